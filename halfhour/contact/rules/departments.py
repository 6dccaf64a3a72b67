"""Which part of an organisation to ask for when looking for people of an occupation.

Source: Informational Interviewing Part 1, "Deciding Whom to Interview": for a graphic designer ask for the design
department. The table by group of the 2018 Standard Occupational Classification is a default of ours.
"""

_BY_CODE = {
    "11-2": "marketing or sales department", "11-3031": "finance department", "11-3121": "human resources department", "11-3": "administration",
    "11-9041": "engineering department", "11-9111": "clinical department", "11": "management office", "13-1071": "human resources department",
    "13-1161": "marketing department", "13-1": "business operations", "13-2": "finance or accounting department", "15-2": "analytics department",
    "15": "software or IT department", "17-1": "design or surveying office", "17": "engineering department", "19-1": "laboratory", "19-2": "laboratory",
    "19-3": "research department", "19-4": "laboratory", "19": "research department", "21-1": "counselling or social services", "21-2": "parish office",
    "23-1": "lawyers' secretaries", "23": "legal department", "25-1": "academic department", "25-4": "library or collections", "25": "school office",
    "27-1": "design department", "27-2": "production office", "27-3": "communications department", "27-4": "production or technical department",
    "27": "creative department", "29-1141": "nursing office", "29-1051": "pharmacy", "29-2": "clinical laboratory or imaging department", "29": "clinical department",
    "31": "nursing or therapy department", "33-2": "fire station", "33-3": "community relations office", "33": "security office", "35": "kitchen or restaurant manager",
    "37": "grounds or facilities department", "39": "front desk", "41-9": "sales department", "41": "sales department", "43": "office manager", "45": "farm or field office",
    "47": "site office", "49": "maintenance department", "51-3": "kitchen or production floor", "51-4": "machine shop", "51": "production department",
    "53-2": "flight operations", "53": "transport or dispatch office",
}  # fmt: skip
_BY_WORD = (
    ("design", "design department"), ("nurs", "nursing office"), ("engineer", "engineering department"), ("software", "software or IT department"),
    ("developer", "software or IT department"), ("account", "finance or accounting department"), ("market", "marketing department"), ("teach", "school office"),
    ("law", "legal department"), ("legal", "legal department"), ("chef", "kitchen or restaurant manager"), ("cook", "kitchen or restaurant manager"),
    ("lab", "laboratory"), ("scien", "laboratory"), ("sound", "production or technical department"), ("film", "production office"), ("librar", "library or collections"),
    ("archiv", "library or collections"), ("pharm", "pharmacy"), ("therap", "clinical department"), ("mechanic", "maintenance department"), ("electric", "maintenance department"),
    ("writ", "communications department"), ("journal", "newsroom"), ("sales", "sales department"), ("social work", "counselling or social services"),
)  # fmt: skip


def department_for(code: str, occupation: str = "") -> str:
    """Return the department to ask for, by the occupation's code, else by its words; empty when nothing is known.

    code: "27-1024" or "27-1024.00"; the longest part that is known decides.
    """
    soc = code.strip()[:7]
    for length in (7, 6, 5, 4, 2):
        if len(soc) >= length and soc[:length] in _BY_CODE:
            return _BY_CODE[soc[:length]]
    low = occupation.lower()
    return next((department for word, department in _BY_WORD if word in low), "")
