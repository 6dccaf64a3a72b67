"""The people of the demo's story. Everyone is invented."""

# First name, last name, company, position, connected on: as a LinkedIn export has them.
CONNECTIONS = (
    ("Dana", "Whitfield", "Lantern Games", "Sound Designer", "14 Sep 2026"),
    ("Priya", "Nair", "Northlight Interactive", "Junior Sound Designer", "02 Mar 2026"),
    ("Omar", "Haddad", "Tidepool Studios", "Game Audio Designer", "11 May 2026"),
    ("Marcus", "Bell", "Lantern Games", "Technical Sound Designer", "30 Aug 2026"),
    ("Jules", "Fontaine", "Paper Kite Audio", "Senior Sound Designer", "19 Jan 2025"),
    ("Ingrid", "Solberg", "Northlight Interactive", "Audio Director", "07 Jun 2025"),
    ("Theo", "Marsh", "KRVN Public Radio", "Audio Engineer", "23 Apr 2026"),
    ("Bea", "Castellanos", "Freelance", "Foley Artist & Sound Editor", "16 Jul 2026"),
    ("Lena", "Ortiz", "Sound Hearing Clinic", "Audiologist, Au.D.", "04 Oct 2026"),
    ("Sam", "Cho", "Cascade Children's Hospital", "Pediatric Audiologist", "12 Feb 2026"),
    ("Aisha", "Rahman", "Rainier ENT Associates", "Clinical Audiologist", "28 Sep 2026"),
    ("Gordon", "Pike", "Cascade Children's Hospital", "Director of Audiology Services", "03 Dec 2024"),
    ("Hannah", "Weiss", "Evergreen Rehabilitation", "Music Therapist, MT-BC", "21 Oct 2026"),
    ("Noel", "Baptiste", "Harbor Hospice", "Board Certified Music Therapist", "09 Nov 2025"),
    ("Carla", "Mendes", "Lantern Games", "Talent Acquisition Partner", "15 Sep 2026"),
    ("Wes", "Tanaka", "Northlight Interactive", "Senior Technical Recruiter", "15 Mar 2026"),
    ("Femi", "Adeyemi", "Harbor Community College", "Student", "05 Oct 2025"),
    ("Rosa", "Delgado", "Harbor Community College", "Librarian", "05 Oct 2025"),
    ("Kit", "Larsen", "Puget Coffee Roasters", "Barista", "18 Jun 2024"),
    ("Anya", "Petrov", "Seawall Software", "Software Engineer II", "02 Feb 2026"),
    ("Devon", "Clarke", "Seawall Software", "Engineering Manager", "02 Feb 2026"),
    ("Mei", "Lin", "Harbor Credit Union", "Loan Officer", "25 May 2025"),
    ("Paul", "Jankowski", "Jankowski Electric", "Master Electrician / Owner", "14 Aug 2023"),
    ("Grace", "Owusu", "St. Brigid Elementary", "Music Teacher", "09 Sep 2024"),
    ("Ivan", "Kovac", "City of Everett", "Bus Driver", "30 Mar 2024"),
    ("Sofia", "Russo", "Russo & Daughters Bakery", "Baker", "11 Nov 2023"),
    ("Elliot", "Hayes", "Orca Film Collective", "Film Editor", "27 Jan 2026"),
    ("Naomi", "Fischer", "Cascade Children's Hospital", "Registered Nurse", "06 Jun 2025"),
    ("Jamal", "Porter", "KRVN Public Radio", "Producer", "23 Apr 2026"),
    ("Lucy", "Abbott", "Northlight Interactive", "QA Tester", "17 Jul 2026"),
    ("Viktor", "Szabo", "Bellwether Instruments", "Luthier", "03 Mar 2025"),
    ("Tara", "Singh", "Evergreen Rehabilitation", "Occupational Therapist", "21 Oct 2026"),
    ("Ben", "Holloway", "Holloway Law", "Paralegal", "29 Feb 2024"),
    ("Chloe", "Martin", "Puget Theatre", "Stage Manager", "12 Dec 2025"),
    ("Ruth", "Ekstrom", "Retired", "Retired", "01 May 2023"),
    ("Andre", "Silva", "Tidepool Studios", "Game Producer", "12 May 2026"),
    ("Yuki", "Mori", "Lantern Games", "Composer", "14 Sep 2026"),
    ("Olive", "Grant", "Sound Hearing Clinic", "Front Desk Coordinator", "04 Oct 2026"),
)

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are missing."\n'
    "\n"
)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
WITH_ADDRESS = {"Dana": "dana.whitfield@example.com", "Lena": "lena.ortiz@example.com"}


def connections_csv() -> bytes:
    """The export file as LinkedIn would give it."""
    lines = []
    for first, last, company, position, on in CONNECTIONS:
        address = WITH_ADDRESS.get(first, "")
        url = f"https://www.linkedin.com/in/{first.lower()}-{last.lower()}-demo"
        position_cell = f'"{position}"' if "," in position else position
        lines.append(f"{first},{last},{url},{address},{company},{position_cell},{on}\n")
    return (PREAMBLE + HEADER + "".join(lines)).encode()
