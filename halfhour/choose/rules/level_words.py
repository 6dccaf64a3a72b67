"""The words of job titles that tell a level. A default of ours, for English and some neighbours."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


OWNS = _set(
    "owner owners coowner proprietor proprietress founder founders cofounder cofounders chairman chairwoman chairperson "
    "inhaber inhaberin eigenaar dueno duena propietario propietaria titular grunder grunderin fondateur fondatrice "
    "fundador fundadora geschaftsfuhrer geschaftsfuhrerin vorstand pdg ceo presidente president presidency mayor governor "
    "restaurateur landlord boss premier chancellor entrepreneur"
)
# "Product owner" owns no organisation.
OWNED_THINGS = _set(
    "product process data system service application project technical solution release feature platform "
    "capability scrum control asset story backlog"
)
CHIEF_TRADES = _set(
    "engineer accountant clerk inspector mate steward stewardess nurse operator technician pilot surveyor estimator cook "
    "chef guard buyer planner librarian pharmacist electrician designer editor photographer resident radiographer "
    "technologist programmer tester auditor draftsman drafter instructor officer-of-the-watch deputy dispatcher examiner"
)
PARTS_WITH_A_CHIEF = _set(
    "section division bureau branch battalion department unit station crew office district desk group"
)
DIRECTS = _set(
    "director directors directeur directrice direktor direktorin directora diretor diretora direttore manager managers mgr "
    "gerente gestor gestora leiter leiterin leader supervisor supervisors supervisora superintendent foreman forewoman "
    "foreperson forman overseer dean provost jefe jefa chefe responsable verantwoordelijke superviseur teamleiter "
    "abteilungsleiter bereichsleiter manageress commander commandant sergeant sheriff headmaster headmistress headteacher "
    "warden comptroller controller treasurer matron postmaster lieutenant captain major colonel general brigadier "
    "commissioner archdeacon bishop abbot superior bursar chief head managing commanding dgm agm kierownik dyrektor"
)
# "X manager" without people of their own, as a rule.
MANAGED_THINGS = _set(
    "product account accounts project projects case program programme programs relationship territory success care "
    "portfolio community contract contracts release change configuration incident problem claims grant grants social "
    "database records"
)
# "X controller" and "X director" that direct a thing, not people.
CONTROLLED_THINGS = _set(
    "traffic document stock inventory credit production material materials process quality pest flight air train cost project motion elevator infection"
)
DIRECTED_WORKS = _set("picture film movie photography funeral video television tv motion")
PLAIN_CAPTAINS = _set("airline ship boat charter regional first ferry yacht pilot")
HELPERS = (
    "assistant to",
    "executive assistant",
    "administrative assistant",
    "personal assistant",
    "secretary to",
    "secretary",
    "receptionist",
    "office of the",
    "support to",
    "reporting to",
    "works for",
    "chief of party",
)
TRAINEES = _set(
    "intern interns internship internships trainee trainees apprentice apprenticeship junior jr jnr cadet learner student "
    "coop co-op extern externship novice praktikant praktikantin werkstudent werkstudentin auszubildende azubi stagiaire "
    "stagista tirocinante becario becaria practicante estagiario estagiaria alternant apprenti apprentie aprendiz "
    "volontariat summer placement fresher entry undergraduate probationary"
)
TRAINEE_GRADES = _set("i 1 l1 ic1 ei eit")
SENIORS = _set(
    "senior sr snr principal lead staff expert distinguished fellow master veteran specialist-surgeon surgeon professor "
    "consultant-physician counsel journeylevel partner emeritus eminent advanced titular-professor catedratico seniore"
)
SENIOR_GRADES = _set("iii iv v vi vii 3 4 5 6 7 l5 l6 l7 l8 ic4 ic5 ic6 e5 e6 e7")
STAFF_IS_PLAIN = _set(
    "nurse accountant assistant attorney writer physician pharmacist sergeant therapist photographer reporter auditor "
    "support services member associate development officer coordinator secretary psychologist psychiatrist"
)
# Words so telling that a misspelt one is still read.
TELLING = ("owner", "manager", "director", "founder", "supervisor")
LEADS_PEOPLE = _set(
    "team shift warehouse store crew floor line department night day kitchen production group squad section yard dock "
    "branch cashier maintenance facility operations sales unit office center centre site customer support service services"
)
FINANCE = _set(
    "lending banking bank banker wealth credit loan loans lender trader trading equity equities investment investments "
    "underwriting underwriter mortgage securities treasury derivatives capital portfolio fiduciary trust relationship "
    "commercial fund funds rates fx quantitative"
)
# What people do, said without saying who does it.
FUNCTIONS = _set(
    "accounting administration advertising advocacy affairs agriculture analytics architecture automation banking "
    "billing branding business care catering cleaning communications community compliance computers construction "
    "consulting cooking counseling cybersecurity data delivery design development distribution ecommerce education "
    "engineering entertainment equities estate events facilities farming fashion film finance fundraising gaming "
    "government hardware health healthcare hospitality hr housekeeping innovation insurance investments it landscaping "
    "law leasing legal lending logistics maintenance management manufacturing marketing media medicine music network "
    "networking nursing office operations partnerships pharmacy photography planning policy procurement production "
    "programming property purchasing quality realty recruiting recruitment relations research resources retail risk "
    "safety sales science security service services social software solutions strategy success support sustainability "
    "systems tax teaching technology telecommunications therapy trading training transport transportation travel "
    "treasury university veterinary video wealth web wellness writing college school work desk intelligence experience"
)

ROLE_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "eer",
    "man",
    "woman",
    "men",
    "person",
    "ive",
    "aire",
    "eur",
    "ador",
    "ero",
    "era",
)
ROLES = _set(
    "nurse clerk chef cook guard pilot agent coach aide judge teller architect attorney analyst associate intern resident student "
    "artist president owner founder boss rep scribe host hostess model monk priest rabbi imam nun surgeon dentist page steward "
    "mechanic tech technician operative apprentice trainee fellow expert pro professional lead guide groom valet maid butler "
    "nanny doula midwife physician barista cashier dj mc actress waitress emt paramedic official ambassador delegate advocate "
    "notary curator dean prof doctor vet assistant consultant specialist secretary counsel partner member head chief director"
)
# End like a role but are none.
NOT_ROLES = _set(
    "customer computer center server number consumer order career weather water paper power labor color sector motor minor major "
    "junior senior interior exterior floor door indoor outdoor error mirror tractor vector other under over after former super "
    "human restaurant plant creative executive automotive administrative interactive locomotive narrative alternative corporate "
    "matter letter quarter theater theatre september october november december summer winter never ever computer cancer soccer "
    "player-development behavior harbor favor tenor donor investor-relations user layer paper printer container career peer beer"
)
# A number after these counts something else than a grade ("IBEW Local 6", "District 3").
NUMBERED = _set(
    "local district unit zone region area team group grade year page class division no number ward post troop route line"
)
# SOC codes of first-line supervisors, and of head cooks.
FIRST_LINE: frozenset[str] = _set(
    """
33-1011 33-1012 33-1021 33-1091 33-1099 35-1012 37-1011 37-1012 39-1013 39-1014 39-1022 41-1011 41-1012
43-1011 45-1011 47-1011 49-1011 51-1011 53-1041 53-1042 53-1043 53-1044 53-1049 35-1011
"""
)


def names_a_role(word: str) -> bool:
    """Whether a word names somebody who does something: "programmer", "pastor", "nurse", not "programming"."""
    if word in FUNCTIONS or word in NOT_ROLES:
        return False
    return word in ROLES or (len(word) > 4 and word.endswith(ROLE_ENDINGS))
