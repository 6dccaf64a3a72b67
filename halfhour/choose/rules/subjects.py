"""Which occupation a professor's subject or a physician's specialty names.

The classification has a code of its own for each field of postsecondary teaching and for the larger medical
specialties, and titles say the field in any order: "Associate Professor, Physics", "Physician (Neonatology)".
Source: the names of the codes in SOC 2018; which fields belong to them is a default of ours.
"""

from __future__ import annotations

from collections.abc import Sequence

from halfhour.choose.rules.text_features import stems


def _table(text: str) -> dict[tuple[str, ...], str]:
    """Read `code: field; field` lines; the fields become tuples of stems."""
    found: dict[tuple[str, ...], str] = {}
    for line in text.strip().splitlines():
        code, _, fields = line.partition(": ")
        for field in fields.split(";"):
            if field.strip():
                found[tuple(stems(field.strip()))] = code
    return found


TEACHES = frozenset({"professor", "lecturer", "faculty"})
# Beside these the title is about the staff or another doer, not about a field that is taught.
_NOT_TEACHING = frozenset(
    [
        "physician",
        "manager",
        "director",
        "dean",
        "chair",
        "coordinator",
        "specialist",
        "recruiter",
        "affair",
        "support",
        "development",
        "administrator",
        "secretary",
        "service",
        "relation",
        "librarian",
        "nurse",
        "technician",
        "engineer",
        "advisor",
        "office",
        "analyst",
    ]
)
_SUBJECTS = _table(
    """
25-1011: business; business administration; accounting; accountancy; finance; marketing; management; human resources; human resource management; organizational behavior; organizational leadership; entrepreneurship; operations management; supply chain; supply chain management; logistics; real estate; insurance; taxation; strategy; strategic management; international business; hospitality management; hotel management; information systems management; management information systems; mba
25-1021: computer science; computer sciences; computing; information systems; information technology; software engineering; software; informatics; data science; cybersecurity; information security; artificial intelligence; machine learning; computer; computer information systems; programming; web development; game design; computer engineering
25-1022: mathematics; geometry; math; mathematical sciences; statistics; calculus; algebra; applied mathematics; actuarial science; operations research; biostatistics
25-1031: architecture; landscape architecture; interior design; interior architecture; architectural design; urban design
25-1032: engineering; bioengineering; biomedical engineering; materials science; robotics; mechatronics; aerospace; aeronautics; nanotechnology; engineering technology; systems engineering
25-1041: agriculture; agricultural; agronomy; animal science; crop science; horticulture; soil science; food science; dairy science; poultry science; plant pathology; plant breeding; viticulture; aquaculture; plant science
25-1042: biology; biological sciences; biochemistry; microbiology; genetics; genomics; neuroscience; zoology; botany; physiology; anatomy; molecular biology; cell biology; immunology; biophysics; biotechnology; plant biology; virology; bioinformatics; life sciences; entomology; evolutionary biology; biomedical sciences
25-1043: forestry; conservation; wildlife; natural resources; forest; ecology
25-1051: geology; geosciences; geoscience; earth science; earth sciences; meteorology; oceanography; geophysics; marine science; atmospheric science; atmospheric sciences; hydrology; climatology; planetary science; geological sciences; astronomy
25-1052: chemistry; organic chemistry; analytical chemistry; physical chemistry
25-1053: environmental science; environmental sciences; environmental studies; sustainability
25-1054: physics; astrophysics; applied physics
25-1061: anthropology; archaeology; archeology
25-1062: african american studies; women studies; womens studies; gender studies; asian studies; ethnic studies; latin american studies; american studies; middle eastern studies; jewish studies; judaic studies; chicano studies; native american studies; cultural studies; african studies; east asian studies; area studies
25-1063: economics; econometrics; agricultural economics; applied economics
25-1064: geography; geographic information systems
25-1065: political science; international relations; public policy; government; public administration; international affairs; politics; public affairs; international studies
25-1066: psychology; counseling psychology; clinical psychology; cognitive science; psychological sciences; educational psychology
25-1067: sociology; demography
25-1069: social sciences; social science; urban planning; urban studies
25-1071: medicine; surgery; pediatrics; dentistry; dental; public health; epidemiology; pharmacy; pharmacology; pharmaceutical sciences; physical therapy; occupational therapy; radiology; pathology; psychiatry; anesthesiology; oncology; veterinary; veterinary medicine; optometry; dermatology; health sciences; health; audiology; communication disorders; speech pathology; speech language pathology; clinical; toxicology; ophthalmology; neurology; cardiology; medical; chiropractic; internal medicine; family medicine; emergency medicine; health administration; healthcare administration; health policy; respiratory care; dental hygiene; neurosurgery; orthopedics; urology; obstetrics; medical education; allied health; gerontology
25-1072: nursing
25-1081: education; curriculum; curriculum and instruction; special education; early childhood education; elementary education; educational leadership; higher education; teacher education; literacy; reading education; instructional technology; counselor education; instructional design; bilingual education; mathematics education; science education; music education; art education
25-1082: library science; library; library and information science; information science
25-1111: criminal justice; criminology; law enforcement; homeland security
25-1112: law; legal
25-1113: social work
25-1121: art; arts; drama; music; theater; theatre; dance; painting; sculpture; photography; graphic design; design; voice; piano; violin; choral; fashion design; acting; ceramics; animation; film; visual arts; fine arts; studio art; digital art; musicology; printmaking
25-1122: communication; communications; journalism; public relations; media studies; speech; speech communication; broadcasting; advertising; mass communication; media; digital media; rhetoric
25-1123: english; literature; creative writing; composition; linguistics; writing; comparative literature; english literature
25-1124: spanish; french; german; italian; russian; chinese; mandarin; japanese; korean; arabic; hebrew; latin; portuguese; classics; foreign language; modern language; hindi; persian; turkish; slavic languages; romance languages; language; american sign language; hispanic studies
25-1125: history; art history
25-1126: philosophy; religion; theology; religious studies; ethics; divinity; biblical studies; new testament; old testament
25-1192: family and consumer science; home economics; food and nutrition; child development; human development; family studies; fashion merchandising; nutrition; dietetics
25-1193: kinesiology; exercise science; physical education; recreation; sport management; sports management; athletic training; leisure studies; fitness; exercise physiology; sport; health and physical education
25-1194: automotive; welding; cosmetology; culinary; culinary arts; hvac; construction; construction management; vocational
"""
)

_TREATS = frozenset({"physician", "doctor", "hospitalist", "attending"})
_LEARNS_TO_TREAT = frozenset({"resident", "fellow"})  # of medicine only beside a specialty
# Somebody in a hospital who is no physician, or works about physicians.
_NOT_TREATING = frozenset(
    [
        "assistant",
        "nurse",
        "manager",
        "recruiter",
        "liaison",
        "relation",
        "office",
        "coordinator",
        "secretary",
        "sale",
        "administrator",
        "director",
        "therapist",
        "pharmacist",
        "psychologist",
        "scientist",
        "research",
        "researcher",
        "practice",
        "billing",
        "consultant",
        "representative",
        "advisor",
        "juris",
        "veterinary",
        "dental",
        "dentist",
        "hall",
        "life",
        "postdoctoral",
        "foot",
        "surgeon",
        "surgery",
        "child",
    ]
)
_SPECIALTIES = _table(
    """
29-1211: anesthesiology; anesthesia; anesthesiologist
29-1212: cardiology; cardiologist; cardiovascular; cardiovascular medicine; electrophysiology
29-1213: dermatology; dermatologist
29-1214: emergency; emergency medicine; emergency room; emergency department
29-1215: family medicine; family practice; general practice; family; family physician
29-1216: internal medicine; internist; general internal medicine; hospital medicine
29-1217: neurology; neurologist
29-1218: obstetrics; gynecology; obstetrician; gynecologist; maternal fetal medicine
29-1221: pediatrics; pediatric; pediatrician; neonatal; neonatology; neonatologist; adolescent medicine
29-1222: pathology; pathologist
29-1223: psychiatry; psychiatrist; psychiatric
29-1224: radiology; radiologist; diagnostic radiology; interventional radiology
29-1229: gastroenterology; nephrology; pulmonary; pulmonology; critical care; rheumatology; endocrinology; hematology; oncology; infectious disease; infectious diseases; allergy; immunology; urology; geriatric; geriatrics; hospice; palliative; palliative care; physical medicine; pain; pain management; pain medicine; sports medicine; sleep medicine; occupational medicine; preventive medicine; rehabilitation; physiatry; nuclear medicine; urgent care; pediatric endocrinology; pediatric gastroenterology; pediatric hematology; pediatric oncology
29-1241: ophthalmology; ophthalmologist
"""
)
_LONGEST = 4


def taught(words: Sequence[str]) -> str | None:
    """The SOC code of the subject a professor or lecturer teaches (words: the stems of a title), or None."""
    if not TEACHES & set(words) or _NOT_TEACHING & set(words):
        return None
    return _field(words, _SUBJECTS)


def treated(words: Sequence[str]) -> str | None:
    """The SOC code of a physician's specialty, or None where the title names no physician or no specialty."""
    said = set(words)
    if not (_TREATS | _LEARNS_TO_TREAT) & said or _NOT_TREATING & said:
        return None
    return _field(words, _SPECIALTIES)


def _field(words: Sequence[str], table: dict[tuple[str, ...], str]) -> str | None:
    """The code of the longest field named; of equally long ones the last ("Russian history" is history)."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length, -1, -1):
            code = table.get(tuple(words[start : start + length]))
            if code:
                return code
    return None
