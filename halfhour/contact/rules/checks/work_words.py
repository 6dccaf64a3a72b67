"""Words by which a text names an occupation or a field.

Source: a default of ours: common occupations and fields, and the endings by which English makes such words.
"""

import re

from halfhour.contact.rules.sentences import word_set

_FIELDS = (
    "accounting accountancy acting actuarial administration advertising agriculture agronomy animation anthropology aquaculture archaeology "
    "architecture archives art arts astronomy audio auditing automotive aviation bakery baking banking beekeeping biology biomedical biotech "
    "biotechnology bookkeeping botany brewing broadcasting bricklaying carpentry catering ceramics chemistry childcare "
    "chiropractic cinema cinematography civil coaching coding communications compliance conservation construction consulting "
    "cooking cosmetology counselling counseling craft criminology culinary curation cybersecurity dairy dance data dental dentistry design "
    "dietetics diplomacy dramaturgy early-childhood ecology economics editing editorial education electrical electronics "
    "emergency energy engineering entertainment entomology environmental epidemiology farming fashion fermentation film "
    "finance firefighting fisheries fishing fitness floristry food forensics forestry fundraising furniture game games gaming gardening "
    "genetics geography geology glassblowing graphic graphics hairdressing health healthcare history horticulture hospice "
    "hospitality housing human-resources hydrology illustration immigration insurance interiors interpreting investing jewellery "
    "jewelry joinery journalism justice landscape landscaping language languages law legal library librarianship linguistics linemen "
    "literature logistics machining maintenance manufacturing maritime marketing masonry massage math mathematics mechanics "
    "media medical medicine merchandising metallurgy meteorology microbiology midwifery mining ministry museum museums music neuroscience "
    "nonprofit non-profit nuclear nursing nutrition occupational oceanography optics optometry orchards paediatrics paramedicine "
    "parks pastry patent payroll pediatrics pathology pharmacology pharmacy philanthropy philosophy photography physics physiology "
    "physiotherapy plumbing podcasting podiatry policing policy politics pottery preservation printing procurement "
    "production programming prosthetics psychiatry psychology publishing purchasing radio radiography radiology "
    "railways ranching real-estate recording rehabilitation renewables respiratory restoration retail robotics roofing "
    "sailing sales science seismology shipping sociology software solar sound special-education sports "
    "statistics surgery surveying sustainability tailoring tax teaching tech technology telecoms textile textiles theater theatre therapy "
    "tourism toxicology trades translation transport transportation travel tutoring typography upholstery urban ux veterinary video "
    "viticulture volunteering warehousing watchmaking water weaving web welding wildlife winemaking woodwork woodworking zoo zoology"
)
_PEOPLE = (
    "actor actuary adjuster agent aide analyst anesthetist animator arborist architect archivist artist assessor attorney auditor "
    "baker banker barber barista beekeeper bookbinder bookkeeper brewer bricklayer broker builder butcher captain carer caretaker "
    "carpenter cartographer cashier chef chemist clerk clinician coach coder composer conductor conservator consultant contractor cook "
    "coordinator copywriter coroner counsel counsellor counselor courier curator dancer dentist dermatologist designer detective developer "
    "dietician dietitian diplomat director dispatcher diver doctor doula draper drafter driver economist editor educator electrician engineer "
    "engraver entomologist epidemiologist estimator executive fabricator farmer farrier firefighter fisher fitter florist forester fundraiser "
    "gardener geographer geologist glazier goldsmith grower guard hairdresser handyman historian hygienist illustrator inspector "
    "installer instructor interpreter investigator janitor jeweller jeweler joiner journalist judge laboratorian lawyer lecturer librarian "
    "lineman lineworker lobbyist locksmith logger luthier machinist mason mechanic mediator meteorologist microbiologist midwife miller "
    "millwright miner minister modeler musician nanny naturalist negotiator nurse nutritionist officer optician optometrist organizer "
    "organiser orthodontist orthotist osteopath outfitter painter paralegal paramedic pathologist pharmacist phlebotomist photographer physician "
    "physicist physiotherapist pilot planner plasterer plumber podiatrist policewoman policeman policymaker potter preparator presenter "
    "printer producer professor programmer prosthetist psychiatrist psychologist publicist publisher purchaser radiographer radiologist ranger "
    "realtor receptionist recordist referee reporter researcher restorer rigger roofer sailor sculptor scientist seamstress secretary "
    "shepherd shipwright singer soldier solicitor sommelier specialist statistician stonemason strategist stylist superintendent supervisor surgeon "
    "surveyor sysadmin tailor tanner tattooist taxidermist teacher technician technologist tester therapist tiler toolmaker trader trainer translator "
    "trapper treasurer tutor underwriter undertaker upholsterer usher valuer vet veterinarian vintner waiter warden watchmaker weaver webmaster "
    "welder winemaker woodworker writer zookeeper zoologist"
)
_WORDS = frozenset((_FIELDS + " " + _PEOPLE).split())
_ENDINGS = re.compile(
    r"(?:ologists?|ographers?|ology|ography|onomy|onomics|iatrists?|iatry|opathy|paths?|icians?|ologist|neering|nursing|keeping|keepers?|binding|binders?|"
    r"making|makers?|smiths?|wrights?|writers?|writing|sters?|fighters?|fighting|workers?|dressers?|dressing|setters?|wrighting)$"
)
_NAMED_BY = re.compile(
    r"(?:work(?:ing|s|ed)? (?:in|as an?|with)|career (?:in|as an?|with)|careers in|field of|world of|world's|jobs? in|life (?:of|as) an?|becom(?:e|ing) an?|"
    r"be(?:ing)? an?|profession of|trade of|craft of|industry|sector|into|do as an?|role (?:of|as) an?|day of an?|week of an?|what an?|how an?|"
    r"as an?|move into|moving into|switch(?:ing)? to|go(?:ing)? into|path (?:to|into)|interested in|about) (?:the |a |an )?(?P<what>[a-z][\w'-]{2,}(?: [a-z][\w'-]+)?)"
)
_NOT_A_FIELD = word_set(
    "the this that your you what how my their his her people career careers work field role job path paths profession industry experience day "
    "week which whether life things area time start such person someone same place position touch contact way getting being learning "
    "hearing talking asking meeting speaking both more student company organisation organization team few minutes twenty thirty "
    "myself yourself everything something anything college university school mind person's one week's great little short"
)


def names_work(low: str, occupation: str = "") -> bool:
    """Whether a text in lower case names an occupation or a field; the noted occupation's own words count."""
    wanted = set(re.findall(r"[a-z][\w'-]{3,}", occupation.lower()))
    for word in re.findall(r"[a-z][a-z'-]+", low):
        stem = word.removesuffix("'s").removesuffix("'")
        singular = f"{stem[:-3]}y" if stem.endswith("ies") else stem[:-1] if stem.endswith("s") else stem
        if stem in _WORDS or singular in _WORDS or stem in wanted or singular in wanted:
            return True
        if len(stem) > 6 and _ENDINGS.search(stem):
            return True
    return any(found["what"].split()[0] not in _NOT_A_FIELD for found in _NAMED_BY.finditer(low))
