"""LinkedIn files made in the test: as many rows as asked for, the same every time."""

import csv
import io
import random

PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
GIVEN = [
    "Ana",
    "Bo",
    "Carla",
    "Dmitri",
    "Eve",
    "Farid",
    "Gina",
    "Hugo",
    "Ines",
    "Jack",
    "Kira",
    "Liam",
    "Noor",
    "Omar",
]
TITLES = [
    "Sound Designer",
    "Audiologist",
    "Graphic Designer",
    "Software Engineer",
    "Registered Nurse",
    "Accountant",
]


def rows(count: int, seed: int = 7) -> list[list[str]]:
    chance = random.Random(seed)
    found = []
    for n in range(count):
        given = chance.choice(GIVEN)
        family = "".join(chance.choice("bdglmnrst") + chance.choice("aeiou") for _ in range(3)).title()
        mail = f"{given}.{family}{n}@example.com".lower() if chance.random() < 0.04 else ""
        page = f"https://www.linkedin.com/in/{given}-{family}-{n}".lower()
        place = f"Company {chance.randrange(count // 3 + 1)}"
        found.append([given, family, page, mail, place, chance.choice(TITLES), f"{n % 28 + 1:02} Mar 2025"])
    return found


def linkedin(people: list[list[str]]) -> bytes:
    out = io.StringIO()
    out.write(PREAMBLE)
    csv.writer(out).writerows([HEADER, *people])
    return out.getvalue().encode()
