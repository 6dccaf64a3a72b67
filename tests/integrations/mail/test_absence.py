"""Until when somebody is away: only what the note says, nothing invented."""

from datetime import date

import pytest

from halfhour.integrations.mail.absence import returns_on
from halfhour.integrations.mail.days import named_days
from halfhour.integrations.mail.folding import fold

MONDAY = date(2024, 7, 1)
ABSENCES = [
    ("I am out of the office until 15 July 2024.", date(2024, 7, 15)),
    ("I will be back on Monday, 15 July.", date(2024, 7, 15)),
    ("I'm on vacation and will return July 22nd. For urgent matters call 555-1234.", date(2024, 7, 22)),
    ("I am out of office from July 1 to July 12 with limited access to email.", date(2024, 7, 12)),
    ("I am currently away returning to the office on July 5th. I will respond then.", date(2024, 7, 5)),
    (
        "I will be out of the office starting 07/01/2024 and will not return until 07/19/2024.",
        date(2024, 7, 19),
    ),
    (
        "Thank you for your email. I am away from 1st July through 14th July and will reply on my return.",
        date(2024, 7, 14),
    ),
    (
        "Ich bin bis einschließlich 19.07.2024 nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.",
        date(2024, 7, 19),
    ),
    ("Ich bin ab dem 22. Juli wieder erreichbar.", date(2024, 7, 22)),
    ("Vielen Dank für Ihre Nachricht. Ich bin vom 1.7. bis 12.7. im Urlaub.", date(2024, 7, 12)),
    ("Je suis absent jusqu'au 15 juillet 2024.", date(2024, 7, 15)),
    ("Je serai de retour le lundi 22 juillet.", date(2024, 7, 22)),
    ("Estaré fuera de la oficina hasta el 18 de julio.", date(2024, 7, 18)),
    ("Estou de férias até 20 de julho de 2024.", date(2024, 7, 20)),
    ("Sono assente fino al 19 luglio 2024.", date(2024, 7, 19)),
    ("Ik ben afwezig tot en met 12 juli 2024.", date(2024, 7, 12)),
    ("Jag är på semester till och med 26 juli.", date(2024, 7, 26)),
    ("Jestem na urlopie do 15 lipca 2024.", date(2024, 7, 15)),
    ("I'm out of the office and back Thursday.", date(2024, 7, 4)),
    ("I am out of office on 3 July, back on 4 July.", date(2024, 7, 4)),
    ("OOO until 7/15", date(2024, 7, 15)),
    ("I will be out of the office July 1-12, returning on July 15.", date(2024, 7, 15)),
    ("I'm on parental leave until September 30, 2024. Contact Ann from July 8.", date(2024, 9, 30)),
    ("I am away until 5 May.", None),
    ("I'm out of the office Friday. For pressing news matters, call.", None),
    ("I am out of the office and will reply when I return.", None),
    ("I'm only sleeping.", None),
    ("I'm travelling next week with limited access to email.", None),
    (
        "Thank you for your message. We will answer within 2 working days. Our office hours: Mon-Fri 9-17.",
        None,
    ),
    ("I am away until further notice. Call 2024-55-12.", None),
    ("Out of office. The conference is on 12 July 2024; register by 5 July.", None),
    ("Ich bin im Urlaub und melde mich nach meiner Rückkehr.", None),
    ("I am out until 4/5.", None),
    ("I'm away through Friday, 12 July and back on the 15th.", date(2024, 7, 15)),
    ("OOO Jul 1 - Jul 5. Cheers", date(2024, 7, 5)),
    ("I'm at a conference this week and will reply when I return on Monday.", date(2024, 7, 8)),
    ("Our offices are closed from July 4th 2024 and will reopen on July 8th, 2024.", date(2024, 7, 8)),
    ("Jeg er på ferie og er tilbage mandag d. 15. juli.", date(2024, 7, 15)),
    ("I will be out starting 06/28/2024 and will not return until 07/08/2024.", date(2024, 7, 8)),
    ("I am teaching on Mondays and Wednesdays and answer e-mail on Fridays.", None),
    ("Office hours are 1 July - 5 July, room 12.", None),
]


@pytest.mark.parametrize(("text", "day"), ABSENCES, ids=[t[:40] for t, _ in ABSENCES])
def test_fault_50_the_day_of_return(text: str, day: date | None) -> None:
    assert returns_on(text, written_on=MONDAY) == day


def test_without_the_day_it_was_written_only_a_full_date_counts() -> None:
    assert returns_on("I am out until 15 July 2024.", written_on=None) == date(2024, 7, 15)
    assert returns_on("I am out until 15 July.", written_on=None) is None
    assert returns_on("I am back on Monday.", written_on=None) is None


def test_across_the_turn_of_the_year() -> None:
    assert returns_on("I am away until 3 January.", written_on=date(2024, 12, 20)) == date(2025, 1, 3)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 12 August 2024 and Aug. 14th", [date(2024, 8, 12), date(2024, 8, 14)]),
        ("am 12.8. oder 13.08.24", [date(2024, 8, 12), date(2024, 8, 13)]),
        ("le 1er août", [date(2024, 8, 1)]),
        ("el 12 de agosto de 2024", [date(2024, 8, 12)]),
        ("2024-08-12", [date(2024, 8, 12)]),
        ("8月12日", [date(2024, 8, 12)]),
        ("25/12/2024", [date(2024, 12, 25)]),
        ("4/5/2024", []),
        ("31 February 2024", []),
        ("Friday", [date(2024, 7, 5)]),
        ("Monday", [date(2024, 7, 8)]),
        ("next Thursday", []),
        ("call 555-1234 or 3-4 people", []),
        ("guten Morgen", []),
    ],
    ids=lambda v: str(v)[:30],
)
def test_named_days(text: str, days: list[date]) -> None:
    assert [d.day for d in named_days(fold(text), today=MONDAY)] == days
