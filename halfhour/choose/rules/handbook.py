"""Where the Occupational Outlook Handbook speaks of an occupation: its own page where we know it, else its group's page.

Source: "Whom do you choose?": browse the descriptions of the Occupational Outlook Handbook. Its addresses are named after
groups and occupations; only pages whose name is sure are listed, the others lead to their group.
"""

from __future__ import annotations

HANDBOOK = "https://www.bls.gov/ooh"
_GROUPS = {
    "11": "management",
    "13": "business-and-financial",
    "15": "computer-and-information-technology",
    "15-2": "math",
    "17": "architecture-and-engineering",
    "19": "life-physical-and-social-science",
    "21": "community-and-social-service",
    "23": "legal",
    "25": "education-training-and-library",
    "27-1": "arts-and-design",
    "27-2": "entertainment-and-sports",
    "27-3": "media-and-communication",
    "27-4": "media-and-communication",
    "29": "healthcare",
    "31": "healthcare",
    "33": "protective-service",
    "35": "food-preparation-and-serving",
    "37": "building-and-grounds-cleaning",
    "39": "personal-care-and-service",
    "41": "sales",
    "43": "office-and-administrative-support",
    "45": "farming-fishing-and-forestry",
    "47": "construction-and-extraction",
    "49": "installation-maintenance-and-repair",
    "51": "production",
    "53": "transportation-and-material-moving",
    "55": "military",
}
_PAGES = """
11-1011 top-executives; 11-1021 top-executives; 11-3021 computer-and-information-systems-managers; 11-3031 financial-managers;
11-3051 industrial-production-managers; 11-3121 human-resources-managers; 11-9021 construction-managers;
11-9041 architectural-and-engineering-managers; 11-9051 food-service-managers; 11-9081 lodging-managers;
11-9111 medical-and-health-services-managers; 11-9121 natural-sciences-managers; 11-2022 sales-managers;
11-9151 social-and-community-service-managers; 13-2011 accountants-and-auditors; 13-2031 budget-analysts;
13-2051 financial-analysts; 13-1071 human-resources-specialists; 13-2072 loan-officers; 13-1081 logisticians;
13-1111 management-analysts; 13-1161 market-research-analysts; 13-2052 personal-financial-advisors;
13-1151 training-and-development-specialists; 13-1051 cost-estimators; 13-1082 project-management-specialists;
15-1221 computer-and-information-research-scientists; 15-1251 computer-programmers; 15-1211 computer-systems-analysts;
15-1212 information-security-analysts; 15-1244 network-and-computer-systems-administrators; 15-1252 software-developers;
15-1253 software-developers; 15-1254 web-developers; 15-1255 web-developers; 15-1241 computer-network-architects;
15-2011 actuaries; 15-2051 data-scientists; 15-2031 operations-research-analysts; 17-1011 architects;
17-1012 landscape-architects; 17-1022 surveyors; 17-2011 aerospace-engineers; 17-2041 chemical-engineers;
17-2051 civil-engineers; 17-2061 computer-hardware-engineers; 17-2081 environmental-engineers; 17-2112 industrial-engineers;
17-2131 materials-engineers; 17-2141 mechanical-engineers; 17-2161 nuclear-engineers; 17-2171 petroleum-engineers;
19-3011 economists; 19-2041 environmental-scientists-and-specialists; 19-1042 medical-scientists; 19-1022 microbiologists;
19-3022 survey-researchers; 19-3051 urban-and-regional-planners; 19-3041 sociologists; 19-3092 geographers;
19-3093 historians; 19-1041 epidemiologists; 21-1094 community-health-workers; 21-1092 probation-officers-and-correctional-treatment-specialists;
23-1011 lawyers; 23-2011 paralegals-and-legal-assistants; 25-2021 kindergarten-and-elementary-school-teachers;
25-2022 middle-school-teachers; 25-2031 high-school-teachers; 25-2011 preschool-teachers; 25-9031 instructional-coordinators;
27-1011 art-directors; 27-1022 fashion-designers; 27-1021 industrial-designers; 27-1024 graphic-designers;
27-1025 interior-designers; 27-2011 actors; 27-2032 dancers-and-choreographers; 27-2042 musicians-and-singers;
27-2012 producers-and-directors; 27-3041 editors; 27-3031 public-relations-specialists; 27-3042 technical-writers;
27-3043 writers-and-authors; 27-3091 interpreters-and-translators; 27-4021 photographers;
27-4014 broadcast-and-sound-engineering-technicians; 27-4012 broadcast-and-sound-engineering-technicians;
29-1011 chiropractors; 29-1021 dentists; 29-1031 dietitians-and-nutritionists; 29-1041 optometrists; 29-1051 pharmacists;
29-1071 physician-assistants; 29-1122 occupational-therapists; 29-1123 physical-therapists; 29-1126 respiratory-therapists;
29-1127 speech-language-pathologists; 29-1131 veterinarians; 29-1141 registered-nurses; 29-1181 audiologists;
29-1292 dental-hygienists; 31-9091 dental-assistants; 31-9092 medical-assistants; 33-2011 firefighters;
35-1011 chefs-and-head-cooks; 35-3011 bartenders; 39-9011 childcare-workers; 41-3041 travel-agents; 41-9031 sales-engineers;
47-2031 carpenters; 47-2111 electricians; 47-2181 roofers; 47-4011 construction-and-building-inspectors; 51-3011 bakers;
43-4051 customer-service-representatives; 43-4081 hotel-motel-and-resort-desk-clerks; 53-2031 flight-attendants;
53-3032 heavy-and-tractor-trailer-truck-drivers
"""
_PAGE = dict(entry.split() for entry in _PAGES.replace("\n", " ").split(";") if entry.strip())


def handbook_address(soc: str) -> tuple[str, bool]:
    """The address of the Handbook for a six-digit SOC code, and whether it is the occupation's own page."""
    group = _GROUPS.get(soc[:4]) or _GROUPS.get(soc[:2])
    if group is None:
        return f"{HANDBOOK}/a-z-index.htm", False
    if group == "military":
        return f"{HANDBOOK}/military/military-careers.htm", False
    if soc in _PAGE:
        return f"{HANDBOOK}/{group}/{_PAGE[soc]}.htm", True
    return f"{HANDBOOK}/{group}/home.htm", False
