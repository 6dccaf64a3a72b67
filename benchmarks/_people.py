"""Made-up LinkedIn exports of any size: names at random, titles from the embedded facts."""

import random

GIVEN = [
    "Ada",
    "Ben",
    "Carla",
    "Devon",
    "Elif",
    "Femi",
    "Grace",
    "Hugo",
    "Ines",
    "Jamal",
    "Kira",
    "Leo",
    "Mina",
    "Noor",
    "Omar",
    "Pia",
    "Quinn",
    "Rosa",
    "Sam",
    "Tara",
    "Uma",
    "Vik",
    "Wanda",
    "Xia",
    "Yara",
    "Zoe",
]
FAMILY_STARTS = [
    "Al",
    "Bar",
    "Car",
    "Dor",
    "El",
    "Fal",
    "Gar",
    "Hol",
    "Is",
    "Jan",
    "Kor",
    "Lin",
    "Mar",
    "Nor",
    "Os",
    "Pet",
    "Quin",
    "Ros",
    "Sal",
    "Tor",
    "Ul",
    "Van",
    "Wes",
    "Yor",
    "Zim",
]
FAMILY_ENDS = [
    "berg",
    "dale",
    "er",
    "field",
    "ford",
    "ham",
    "i",
    "ley",
    "man",
    "mont",
    "o",
    "ova",
    "rand",
    "son",
    "stein",
    "ton",
    "ville",
    "wood",
    "worth",
]
PLACES = [
    "Lantern",
    "Tidepool",
    "Cascade",
    "Rainier",
    "Harbor",
    "Northlight",
    "Evergreen",
    "Seawall",
    "Bellwether",
    "Orca",
]
KINDS = [
    "Games",
    "Studios",
    "Hospital",
    "Associates",
    "College",
    "Software",
    "Films",
    "Clinic",
    "Bakery",
    "Law",
]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def connections_csv(rows: int, *, seed: int = 5) -> bytes:
    """An export with its preamble; the same seed gives the same bytes."""
    from halfhour.choose.facts import load_titles

    chance = random.Random(seed)
    titles = [t.title for t in load_titles() if "," not in t.title and '"' not in t.title]
    lines = ["Notes:", '"Some of the email addresses are missing."', ""]
    lines.append("First Name,Last Name,URL,Email Address,Company,Position,Connected On")
    for n in range(rows):
        given = chance.choice(GIVEN)
        family = chance.choice(FAMILY_STARTS) + chance.choice(FAMILY_ENDS)
        mail = f"{given}.{family}.{n}@example.org".lower() if chance.random() < 0.04 else ""
        place = f"{chance.choice(PLACES)} {chance.choice(KINDS)} {chance.randrange(200)}"
        on = f"{chance.randrange(1, 29):02d} {chance.choice(MONTHS)} {chance.randrange(2015, 2026)}"
        lines.append(
            f"{given},{family},https://www.linkedin.com/in/p-{seed}-{n},{mail},{place},{chance.choice(titles)},{on}"
        )
    return "\n".join([*lines, ""]).encode()
