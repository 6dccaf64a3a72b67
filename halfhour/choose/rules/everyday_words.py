"""What people call work in their own words, and the words job titles use for it.

A default of ours: "teaches", "fixes" or "for kids" are how somebody types who does not know the title yet.
Keys and values are stems; a key's own word still counts more than its neighbours here.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TABLE = """
accident=safety; act=actor; advise=advisor counselor consultant; airplane=aircraft pilot; airport=aviation airfield;
alcohol=substance addiction; analyse=analyst; analyze=analyst; animal=veterinary animal wildlife; app=application software mobile;
argue=lawyer; arrange=planner coordinator; autism=special behavior; baby=infant nanny midwife childcare; bake=baker;
bank=banking loan teller; beauty=cosmetologist esthetician; beer=brewer; bike=bicycle; bill=billing; boat=boat marine ship;
body=massage fitness; book=book author librarian editor; brain=neurologist psychologist; bug=entomologist tester;
build=builder construction carpenter; bus=bus; business=business; buy=buyer purchasing; cake=baker pastry; camera=camera photographer;
car=automotive auto; care=caregiver nurse; cartoon=animator; catch=fisher; chemical=chemist; child=child childcare preschool;
church=clergy pastor; city=urban; clean=cleaner janitor; climate=climate sustainability; cloth=fashion apparel; clothing=fashion apparel;
coach=coach; code=software programmer developer; coffee=barista; collect=collector; color=color painter; computer=computer software;
contract=contract; cook=cook chef; count=accountant clerk; court=judge court lawyer; crime=forensic detective; crop=farmer agricultural;
customer=customer; cut=cutter; cyber=information security; dance=dancer choreographer; data=data; dead=mortician; death=funeral coroner;
defend=lawyer; deliver=delivery courier; design=designer; diet=dietitian; disabled=disability rehabilitation; disease=epidemiologist;
doctor=physician doctor; dog=dog animal; draw=illustrator artist drafter; dress=fashion dressmaker; drive=driver; drone=drone;
drug=pharmacist substance; earth=geologist geoscientist; earthquake=geophysicist; economy=economist; edit=editor; elderly=gerontologist geriatric home;
electric=electrician electrical; energy=energy; environment=environmental; equipment=equipment; event=event; eye=optometrist ophthalmologist;
fabric=textile; face=esthetician; family=family; farm=farmer farm; feeling=therapist; fight=fighter; film=film motion picture;
find=investigator; fire=firefighter; fish=fisher aquaculture; fit=fitness; fitness=fitness trainer; fix=repairer mechanic technician;
flower=florist floral; fly=pilot flight; food=food; foreign=translator; forest=forester; fund=fundraiser; game=game video gambling;
garden=gardener landscaping; gene=geneticist; ghost=writer; glass=glazier glass; government=government legislator; grow=grower farmer;
guard=guard; guide=guide; hack=security penetration; hair=hairdresser hair; heal=therapist; health=health; heart=cardiologist;
help=assistant counselor; history=historian; home=home; horse=horse equine; hospital=nurse medical; hotel=hotel lodging; house=house construction;
human=human; idea=planner; illness=nurse physician; immigrant=interpreter immigration; insect=entomologist; inspect=inspector;
install=installer; insurance=insurance underwriter; internet=web network; invent=engineer designer; invest=investment financial;
invests=investment; job=employment recruiter; journal=journalist; judge=judge; kid=child preschool elementary; kitchen=chef cook;
lab=laboratory; land=land; language=language translator interpreter; law=lawyer paralegal; lead=manager; learn=teacher; leather=leather;
lie=polygraph; listen=counselor; loan=loan; look=inspector; machine=machine; magazine=editor journalist; mail=mail postal; make=maker producer;
manage=manager; map=cartographer gi; market=marketing; math=mathematician statistician; measure=surveyor; meat=butcher; medicine=pharmacist physician;
mental=mental; metal=metal welder; mine=miner; money=financial; movie=film motion picture; museum=curator museum; music=music musician;
nail=manicurist; nature=naturalist conservation; news=journalist reporter; number=statistician accountant; ocean=marine oceanographer;
oil=petroleum oil; old=geriatric elderly; organize=organizer planner coordinator; paint=painter; park=park ranger; party=event;
people=human social; pet=animal veterinary pet; phone=telephone; photo=photographer; picture=photographer; pill=pharmacist; pipe=plumber pipefitter;
plan=planner; plane=aircraft pilot; planet=astronomer; plant=botanist plant gardener; play=actor musician athlete; poem=poet; police=police detective;
policy=policy political; politic=political legislator; pollution=environmental; poor=social; pregnant=midwife obstetrician; press=journalist press;
prison=correctional; produce=producer; program=programmer software; protect=security guard; psychology=psychologist; publish=publisher editor;
radio=radio broadcast; raise=fundraiser; read=reader librarian; record=recording; recruit=recruiter; recycle=recycling; religion=clergy;
repair=repairer mechanic; report=reporter; rescue=firefighter emergency; research=research researcher scientist; restaurant=restaurant food;
robot=robotic; rock=geologist; run=manager runner; safe=safety; sail=sailor; save=firefighter; school=teacher school; science=scientist; sea=marine;
secret=intelligence; sell=sale salesperson; serve=server waiter; sew=sewer tailor; shop=retail store; sick=nurse physician; sing=singer; skin=dermatologist skincare;
sleep=sleep polysomnographic; social=social; soil=soil; solve=analyst; sound=sound audio acoustic; space=aerospace astronomer; speak=speech interpreter;
speech=speech; sport=athlete coach athletic; star=astronomer; statistic=statistician; stock=securities stock; stop=prevention; storie=writer author;
story=writer author; student=teacher school; study=scientist researcher; surf=lifeguard; swim=swimming lifeguard; take=taker; talk=counselor; tattoo=tattoo;
tax=tax; teach=teacher instructor; team=coach; teen=adolescent secondary; teeth=dentist dental; test=tester; theater=theater actor; tooth=dentist;
toy=toy; track=tracker; trade=trader; train=trainer railroad; translate=translator interpreter; trap=trapper; travel=travel; treat=therapist;
tree=tree arborist forester; truck=truck; tv=television broadcast; type=typist; user=user interface; video=video film; violence=social;
vote=political; war=military; waste=waste hazardous; watch=guard; water=water; weather=meteorologist atmospheric; website=web; wedding=event wedding;
weld=welder; wildlife=wildlife zoologist; wine=winemaker sommelier; wood=wood carpenter; write=writer author; young=youth; youth=youth
"""

EVERYDAY: dict[str, tuple[str, ...]] = {
    word: tuple(others.split())
    for word, _, others in (entry.strip().partition("=") for entry in _TABLE.replace("\n", " ").split(";"))
    if others
}

# Words that carry nothing in "someone who works with kids".
EMPTY: frozenset[str] = _words(
    """
i want like love would my me we they he she who that which what how do does doing something someone
somebody job work working worker career thing stuff person people be being become in on out up about
into other about some lot want working with for of the a an and to at or using use make made get
"""
)


def neighbours(word: str) -> tuple[str, ...]:
    """The title words an everyday word stands for: "teaches", "teaching" and "teach" are one."""
    for form in _forms(word):
        if form in EVERYDAY:
            return EVERYDAY[form]
    return ()


def _forms(word: str) -> tuple[str, ...]:
    forms = [word]
    for ending in ("ing", "es", "s", "ed", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: -len(ending)]
            forms += [base, base + "e"]
            if len(base) > 2 and base[-1] == base[-2]:
                forms.append(base[:-1])
    return tuple(forms)
