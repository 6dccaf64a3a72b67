"""Short forms that people write in job titles, opened.

A default of ours, written by hand; forms that O*NET spells out itself ("Registered Nurse (RN)") agree with it.
Keys are lower case, single words; values are the words to read instead.
"""

from __future__ import annotations

_TABLE = """
accnt=account; acctg=accounting; accts=accounts; actg=accounting; adj=adjunct; adm=administrator;
admins=administrative; admn=administrator; adv=advanced; ae=account executive; eit=engineer in training; pgy=resident physician; pgy1=resident physician; pgy2=resident physician; pgy3=resident physician; pgy4=resident physician; advtg=advertising;
aemt=advanced emergency medical technician; agcy=agency; agt=agent; ai=artificial intelligence;
alm=assistant location manager; ame=aircraft maintenance engineer; aml=anti money laundering;
anlst=analyst; apm=assistant project manager; app=application; appl=application; apprentic=apprentice;
apprn=apprentice; apps=applications; appsec=application security; aprn=nurse practitioner;
arnp=nurse practitioner; assist=assistant; asso=associate; assoc=associate; assocs=associates;
asst=assistant; asstt=assistant; ast=assistant; atm=automated teller machine; ats=automatic test systems;
atty=attorney; aud=audiologist; av=audio visual; avp=assistant vice president; ba=business analyst;
backend=back end; bcba=behavior analyst; bd=business development; bda=business development associate;
bdc=business development center; bde=business development executive; bdm=business development manager;
bdr=sales development representative; bi=business intelligence; bim=building information modeling;
biz=business; bizdev=business development; bkpr=bookkeeper; bldg=building; bsa=business systems analyst;
bsn=registered nurse; bus=business; capt=captain; cco=chief commercial officer; cdl=truck driver;
cdo=chief data officer; ceo=chief executive officer; cfd=computational fluid dynamics;
cfi=flight instructor; cfo=chief financial officer; chiro=chiropractor; chro=chief human resources officer;
chw=community health worker; cio=chief information officer; ciso=chief information security officer;
civ=civil; clk=clerk; cloudops=cloud operations; cma=medical assistant; cmm=coordinate measuring machine;
cmo=chief marketing officer; cna=certified nursing assistant; cnc=computer numerical control; cncl=council;
cnm=certified nurse midwife; cno=chief nursing officer; cns=clinical nurse specialist; co-op=intern;
cofounder=founder; comm=communications; comms=communications; comp=computer; compl=compliance;
cons=consultant; const=construction; constr=construction; coo=chief operating officer; coord=coordinator;
coordintr=coordinator; corp=corporate; couns=counselor; cpa=accountant; cpht=pharmacy technician;
cpo=chief product officer; cra=clinical research associate; crc=clinical research coordinator;
crm=customer relationship management; crna=nurse anesthetist; cro=chief revenue officer;
csa=customer service associate; csam=customer success account manager; cse=customer service executive;
csm=customer success manager; cso=chief strategy officer; csr=customer service representative;
cst=surgical technologist; ct=computed tomography; cto=chief technology officer; cust=customer;
cvt=veterinary technician; cwi=welding inspector; cybersec=cybersecurity; da=data analyst;
dataops=data operations; dba=database administrator; dbas=database administrator; dds=dentist; dep=deputy;
dept=department; depty=deputy; des=designer; devel=development; devs=developer; dir=director;
dirctr=director; disp=dispatcher; dist=district; div=division; dmd=dentist; dpt=physical therapist;
dr=doctor; drv=driver; dsp=direct support professional; dvlp=development; dvlpr=developer;
dvm=veterinarian; ea=executive assistant; ece=early childhood education; ecom=ecommerce; ed=education;
edu=education; ee=electrical engineer; ehs=environmental health and safety; ekg=electrocardiogram;
elect=electrical; electr=electrical; emg=emergency; emt=emergency medical technician; engg=engineering;
engnr=engineer; engr=engineer; engrg=engineering; engring=engineering; engrng=engineering;
ent=entertainment; env=environmental; envir=environmental; eqpt=equipment; equip=equipment;
er=emergency room; esg=sustainability; esl=english as a second language; est=estimator; etl=data warehouse;
evp=executive vice president; exec=executive; faa=federal aviation; fab=fabrication; fac=facilities;
facil=facilities; fae=field application engineer; fdr=founder; fe=front end; fea=finite element analysis;
fed=federal; fellw=fellow; fin=financial; finops=finance operations; fnp=family nurse practitioner;
fpa=financial planning and analysis; freelnc=freelance; frontend=front end; fse=field service engineer;
fullstack=full stack; fx=foreign exchange; ga=general assistant; gc=general contractor; gen=general;
genl=general; geo=geologist; gis=geographic information systems; gm=general manager; gov=government;
govt=government; gp=general practitioner; grad=graduate; graph=graphic; grp=group; gvt=government;
hca=healthcare assistant; hd=head; hgv=truck driver; hha=home health aide; hlth=health; hosp=hospital;
hr=human resources; hrbp=human resources business partner; hris=human resources information systems;
hrm=human resources manager; hs=high school; hse=health safety and environment;
hvac=heating ventilation and air conditioning;
hvacr=heating ventilation air conditioning and refrigeration; hw=hardware; ic=individual contributor;
ict=information technology; icu=intensive care unit; ie=industrial engineer; imp=implementation;
ind=industrial; indep=independent; info=information; infosec=information security; infra=infrastructure;
ins=insurance; insp=inspector; inst=instructor; instr=instructor; intl=international; inv=investment;
ip=intellectual property; ir=investor relations; it=information technology; jnr=junior; jr=junior;
kam=key account manager; kyc=know your customer compliance; lab=laboratory; lac=acupuncturist;
lcpc=counselor; lcsw=clinical social worker; ldr=leader; lgv=truck driver; lib=librarian; lic=licensed;
llm=artificial intelligence; lmft=marriage and family therapist; lmhc=mental health counselor;
lmsw=social worker; lmt=massage therapist; lo=loan officer; lpc=professional counselor;
lpn=licensed practical nurse; lsw=social worker; lt=lieutenant; lvn=licensed vocational nurse;
lvt=licensed veterinary technician; ma=medical assistant; mach=machine; maint=maintenance; mang=manager;
md=managing director; mfg=manufacturing; mfr=manufacturer; mftg=manufacturing; mgmt=management;
mgnt=management; mgr=manager; mgrs=managers; mkt=marketing; mktg=marketing; mkting=marketing;
mktng=marketing; ml=machine learning; mlo=mortgage loan officer; mlops=machine learning operations;
mls=medical laboratory scientist; mlt=medical laboratory technician; mngmt=management; mngr=manager;
mngt=management; mnt=maintenance; mri=magnetic resonance imaging; mro=maintenance repair;
msw=social worker; mt=medical technologist; mtce=maintenance; mtg=mortgage; mtl=material; mtn=maintenance;
mtnc=maintenance; mtrls=materials; nat=national; natl=national; nde=nondestructive testing;
ndt=nondestructive testing; net=network; netops=network operations; nicu=neonatal intensive care;
nlp=natural language processing; noc=network operations center; np=nurse practitioner; nqt=teacher;
ofc=office; ofcr=officer; offcr=officer; oper=operator; opr=operator; oprtr=operator; ops=operations;
org=organizational; ot=occupational therapist; ota=occupational therapy assistant;
otr=occupational therapist; pa=physician assistant; pac=physician assistant; pca=personal care aide;
pcp=primary care physician; pct=patient care technician; pe=physical education; ped=pediatric;
peds=pediatrics; pers=personnel; pgm=program; pharmd=pharmacist; phys=physical;
plc=programmable logic controller; pmhnp=psychiatric nurse practitioner; pmo=project management;
pol=police; postdoc=postdoctoral researcher; ppc=pay per click advertising; pr=public relations;
prd=product; pres=president; prg=program; prgmr=programmer; prin=principal; princ=principal; proc=process;
procmt=procurement; prod=production; prof=professor; prog=program; progr=programmer; proj=project;
prop=property; prtnr=partner; psr=patient service representative; pst=specialist; pt=physical therapist;
pta=physical therapist assistant; pub=public; purch=purchasing; qa=quality assurance; qc=quality control;
ql=quality; qual=quality; quant=quantitative analyst; ra=research assistant; rad=radiologic;
rbt=registered behavior technician; rd=registered dietitian; rda=registered dental assistant;
rdh=dental hygienist; rdn=registered dietitian; re=real estate; rec=recreation; recep=receptionist;
recpt=receptionist; reg=regional; regl=regional; rel=relations; rep=representative; repr=representative;
reps=representative; reqs=requirements; res=research; resp=respiratory; ret=retail;
revops=revenue operations; rf=radio frequency; rgn=registered nurse; rgnl=regional;
rm=relationship manager; rmn=mental health nurse; rn=registered nurse; rph=pharmacist;
rpt=physical therapist; rrt=respiratory therapist; rt=radiologic technologist; rvt=veterinary technician;
rx=pharmacy; sa=systems administrator; sched=scheduler; scm=supply chain management; sd=school district;
sde=software engineer; sdet=software test engineer; sdr=sales development representative; sec=secretary;
secops=security operations; secr=secretary; secretry=secretary; secy=secretary;
sem=search engine marketing; sen=special education; senco=special education coordinator;
seo=search engine optimization; serv=service; servs=services; sgt=sergeant;
slp=speech language pathologist; sls=sales; sme=subject matter expert; smm=social media manager;
snr=senior; soc=security operations center; sol=solution; soln=solution; solns=solutions; sous=sous;
spclst=specialist; spec=specialist; specl=specialist; speclst=specialist; sped=special education;
splst=specialist; spv=supervisor; sqa=software quality assurance; sr=senior; sre=site reliability engineer;
srv=service; srvc=service; srvs=services; ssr=sales service representative; stat=statistical;
stdnt=student; strat=strategy; sub=substitute; subj=subject; supr=supervisor; supt=superintendent;
suptd=superintendent; supv=supervisor; supvr=supervisor; supvsr=supervisor; svc=service; svcs=services;
svp=senior vice president; sw=software; swe=software engineer; sys=systems; sysad=systems administrator;
sysadmin=systems administrator; syst=systems; tam=technical account manager; tcher=teacher; tchr=teacher;
techn=technician; technl=technical; techs=technician; tel=telephone; telecom=telecommunications;
telecomm=telecommunications; temp=temporary; ther=therapist; tl=team lead; tm=territory manager;
tpm=technical program manager; trans=transportation; transp=transportation; trg=training; trk=truck;
trng=training; tv=television; twr=tower; ui=user interface; uiux=user interface user experience;
univ=university; ux=user experience; vet-tech=veterinary technician; vfx=visual effects;
voip=voice over ip; vols=volunteers; vp=vice president; vpn=network; vpo=vice president of operations;
vr=virtual reality; wh=warehouse; whs=warehouse; whse=warehouse; wkr=worker; wms=warehouse management;
wrhs=warehouse; wrkr=worker; xray=x ray; yrs=years;
"""

ABBREVIATIONS: dict[str, str] = {
    short: words
    for short, _, words in (entry.strip().partition("=") for entry in _TABLE.replace("\n", " ").split(";"))
    if words
}

# Short forms that mean one thing as the last word and another before other words.
BY_PLACE: dict[str, tuple[str, str]] = {
    "acct": ("accountant", "account"),
    "admin": ("administrator", "administrative"),
    "arch": ("architect", "architectural"),
    "auto": ("automotive", "automotive"),
    "chem": ("chemist", "chemical"),
    "dev": ("developer", "development"),
    "elec": ("electrician", "electrical"),
    "eng": ("engineer", "engineering"),
    "mech": ("mechanic", "mechanical"),
    "pharm": ("pharmacist", "pharmacy"),
    "psych": ("psychologist", "psychiatric"),
    "sci": ("scientist", "science"),
    "surg": ("surgeon", "surgical"),
    "ta": ("teaching assistant", "talent acquisition"),
    "tech": ("technician", "technical"),
    "vet": ("veterinarian", "veterinary"),
}

# Pairs of letters with a sign between them, opened before the title is cut at signs.
SIGNED: tuple[tuple[str, str], ...] = (
    ("r&d", "research and development"),
    ("r & d", "research and development"),
    ("fp&a", "financial planning and analysis"),
    ("m&a", "mergers and acquisitions"),
    ("p&l", "profit"),
    ("a&p", "aircraft and powerplant"),
    ("q&a", "quality assurance"),
    ("l&d", "learning and development"),
    ("d&i", "diversity and inclusion"),
    ("f&b", "food and beverage"),
    ("f & b", "food and beverage"),
    ("o&m", "operations and maintenance"),
    ("e&i", "electrical and instrumentation"),
    ("i&c", "instrumentation and control"),
    ("t&d", "training and development"),
    ("h&s", "health and safety"),
    ("c++", "cplusplus"),
    ("c#", "csharp"),
    (".net", "dotnet"),
    ("ui/ux", "user experience"),
    ("ux/ui", "user experience"),
    ("qa/qc", "quality assurance"),
    ("a/v", "audio visual"),
    ("a/r", "accounts receivable"),
    ("a/p", "accounts payable"),
    ("a/c", "air conditioning"),
    ("o/o", "owner operator"),
    ("e-commerce", "ecommerce"),
    ("e-learning", "elearning"),
    ("pre-sales", "presales"),
    ("post-doc", "postdoctoral researcher"),
    ("co-founder", "founder"),
    ("full-stack", "full stack"),
    ("front-end", "front end"),
    ("back-end", "back end"),
    ("pa-c", "physician assistant"),
    ("vice-president", "vice president"),
    ("x-ray", "x ray"),
    ("emt-b", "emergency medical technician"),
    ("emt-p", "paramedic"),
    ("ph.d", "phd"),
    ("m.d.", "physician"),
    ("d.d.s.", "dentist"),
    ("r.n.", "registered nurse"),
    ("c.p.a.", "accountant"),
    ("i.t.", "information technology"),
)
