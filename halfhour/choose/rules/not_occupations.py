"""Which titles name no occupation, or are too vague to name one.

A default of ours. A title is declined only when nothing else is in it: "Student" is declined, "Student
Advisor" is not.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _entries(text: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in text.replace("\n", " ").split(";") if entry.strip())


# What a person is, or has, instead of an occupation.
NOT_AN_OCCUPATION: frozenset[str] = _entries(
    """
student; student athlete; multiple; co; front; freelance worker; military spouse; full time student; graduate student; grad student; undergraduate student; undergrad;
undergraduate; college student; university student; high school student; phd student; doctoral student;
doctoral candidate; phd candidate; mba student; mba candidate; masters student; medical student;
law student; nursing student; engineering student; computer science student; exchange student; candidate;
degree candidate; graduate; recent graduate; new graduate; new grad; fresh graduate; fresher; alumnus;
alumna; alumni; scholar; job seeker; jobseeker; seeking employment; seeking opportunities;
seeking new opportunities; seeking new opportunity; actively seeking new opportunities; open to work;
open to opportunities; open to new opportunities; looking for work; looking for a job;
looking for new opportunities; looking for opportunities; in transition; between jobs; career break;
on sabbatical; sabbatical; parental leave; maternity leave; gap year; unemployed; not employed;
not working; currently unemployed; laid off; no title; none; nothing; not applicable; na; n a; nil; null;
unknown; undisclosed; confidential; private; various; misc; miscellaneous; other; others; tba; tbd; test;
self; me; myself; retired; semi retired; retiree; pensioner; happily retired; retired and loving it;
enjoying retirement; enjoying life; living life; veteran; us army veteran; disabled veteran; disabled;
homemaker; housewife; househusband; home  stay at home mom; stay at home mother; stay at home dad;
stay at home father; stay at home parent; full time mom; full time mother; full time parent; mom; mother;
mum; mommy; dad; daddy; father; wife; husband; parent; grandmother; grandfather; grandma; grandpa; human;
human being; person; citizen; dreamer; thinker; visionary; believer; traveler; world traveler; adventurer;
explorer; rockstar; rock star; ninja; guru; wizard; hero; superhero; legend; awesome; badass; jedi;
unicorn; evangelist; influencer; thought leader; change  changemaker; change agent; game changer;
problem solver; disruptor; innovator; hustler; boss; the boss; big boss; big cheese; head honcho; king;
queen; god; slave; minion; jack of all trades; everything; chief everything officer; head of everything;
anything and everything; friend; volunteer; owner; owners; the owner; business owner; small business owner;
owner founder; founder owner; owner operator of business; co owner; coowner; part owner; sole owner;
sole proprietor; sole trader; proprietor; self employed; self employed owner; selfemployed;
owner self employed; founder; co founder; cofounder; founding member; founding partner; founding team;
founder and owner; founder principal; entrepreneur; serial entrepreneur; solopreneur; entrepreneurship;
business person; businessman; businesswoman; business man; business woman; investor; angel investor;
shareholder; stakeholder; freelancer; freelance; freelance work; contractor; independent contractor;
independent; independent consultant; self employed consultant; gig worker; temp; temporary; seasonal;
part time; part timer; full time; full timer; contract; contract worker; part time job; work; working;
worker; working professional; professional; young professional; experienced professional;
business professional; employee; employed; full time employee; part time employee; staff; staff member;
crew; crew member; team member; team; member; board member; member board of directors; board of directors;
chair; chairperson of the board; trustee; board trustee; committee member; committee chair; activist;
advocate; ambassador; brand enthusiast; enthusiast; mentor; mentee; patient; caregiver to family; hobbyist;
fan; speaker; public speaker; keynote speaker; participant; fellow; scholarship recipient; award winner;
guest; visitor; friend of the house; former employee; ex employee; job; career; position; title; my job;
everything else; somewhere; at large; home; boss lady; lady boss; girl boss; boss babe;
"""
)

# Bare ranks: they say how high, not what.
TOO_VAGUE: frozenset[str] = _entries(
    """
manager; managers; general; director; managing partner; executive; executive director of; consultant;
advisor; adviser; analyst; associate; assistant; administrator; administration; admin; lead; leader;
team lead; team leader; group lead; group leader; lead team; section lead; shift lead; supervisor;
team supervisor; shift supervisor; coordinator; specialist; expert; subject matter expert;
officer; agent; representative; technician; technologist; technical; operator; helper; apprentice; trainee;
intern; internship; summer intern; paid intern; co op; coop; co op student; extern; placement;
placement student; partner;
senior partner; junior partner; principal; principal consultant; senior consultant; associate consultant;
associate director; assistant director; deputy director; associate manager; assistant manager;
deputy manager; senior manager; senior director; senior associate; senior analyst; senior specialist;
department manager; department head; head of department; head; deputy; chief; chief of staff office; vice;
 avp; senior; junior; staff; mid level; entry level; individual contributor; generalist; practitioner;
provider; contributor; contributing member; collaborator; liaison; facilitator; organizer; trainer of;
president and founder of; business; management; service; leadership;
leadership team; support; projects; global; regional; corporate;
"""
)

# Words that end the name of an employer or a school. The sure ones are never a person's work.
SURE_EMPLOYER_ENDINGS: frozenset[str] = _words(
    """
college university school academy institute polytechnic inc llc ltd corp corporation gmbh plc llp pllc
pty bv holdings enterprises ventures ministries foundation
"""
)
EMPLOYER_ENDINGS: frozenset[str] = SURE_EMPLOYER_ENDINGS | _words(
    """
limited company co ag sa bank hospital clinic church association society group partners industries
solutions technologies systems studios labs international associates capital district county army navy
depot council
"""
)
EMPLOYER_BEGINNINGS = (
    "city of",
    "county of",
    "state of",
    "university of",
    "college of",
    "bank of",
    "department of",
)
# A few employers whose names are otherwise read as work.
EMPLOYERS: frozenset[str] = _entries(
    """
us army; u s army; united states army; us navy; united states navy; us air force; united states air force; us marine corps;
united states marine corps; us coast guard; united states postal service; us government; army national guard; microsoft;
google; amazon; apple; facebook; meta; oracle; ibm; intel; cisco; sap; salesforce; adobe; walmart; target; the home depot;
home depot; costco; starbucks; mcdonald s; mcdonalds; wells fargo; bank of america; chase; jpmorgan chase; citi; citibank;
goldman sachs; morgan stanley; deloitte; pwc; kpmg; ey; ernst and young; accenture; boeing; ford; general motors; tesla; ups;
fedex; at and t; verizon; comcast; disney; netflix; uber; lyft; airbnb; linkedin; twitter; red cross; ymca; kaiser permanente
"""
)

_HELPING = re.compile(
    r"^(helping|empowering|building|making|creating|driving|transforming|connecting|inspiring|i help|i am|we help|"
    r"passionate|aspiring|future|ex|former|looking|seeking|open to|available|hiring|we re hiring|class of|between|in between|taking|enjoying|living|loving|proud)\b"
)


# What nobody is paid to run: "CEO of my own life", "Queen of Everything".
_OF_LIFE = re.compile(
    r"\b(?:of|at)(?: (?:my|our|the|his|her))?(?: own)? (?:life|lives|home|house|household|family|universe|everything|nothing|"
    r"awesome|awesomeness|fun|chaos|mischief|vibes|dreams|couch|things|stuff)$"
)
# What somebody is to family and friends, or likes, said last: "Dog mom", "Coffee enthusiast".
_AT_HOME = _words(
    """
mom mum mommy mama dad daddy papa father mother wife husband grandma grandpa grandmother grandfather enthusiast lover fan addict nerd geek
junkie fanatic aficionado buff connoisseur dreamer believer survivor extraordinaire goddess diva princess queen king
"""
)
_OUTSIDE_WORK = re.compile(
    r"^(?:retired|student|undergraduate|undergrad|freshman|sophomore|incoming|unemployed|homemaker|alumn(?:us|a|i)|candidate|"
    r"owner|co owner|coowner|founder|co founder|cofounder|investor|angel investor|board of|mother|father|mom|mum|dad|parent|wife|"
    r"husband|(?:doctoral|graduate|grad|phd|mba|masters?|law|medical|nursing|college|university|high school) (?:student|candidate))\b|"
    r".*\b(?:student|volunteer|retiree)s?$"
)
# Work somebody hopes to do is not yet theirs.
_NOT_YET = re.compile(r"^(?:aspiring|future|prospective|wannabe|would be|soon to be)\b")


def is_not_yet(plain: str) -> bool:
    """Whether a title says what somebody wants to become."""
    return _NOT_YET.match(plain) is not None


def is_private(plain: str) -> bool:
    """Whether the words say what somebody is in private life, at its end: "Wife and mother", "CEO of my life"."""
    words = plain.split()
    return len(words) > 1 and (words[-1] in _AT_HOME or _OF_LIFE.search(plain) is not None)


def is_outside_work(plain: str) -> bool:
    """Whether a title begins with a word for learning, resting, owning or family, or ends with one; the rest may name work."""
    return _OUTSIDE_WORK.match(plain) is not None


def is_slogan(plain: str) -> bool:
    """Whether a headline praises or hopes instead of naming an occupation (plain: lower-case words)."""
    return _HELPING.match(plain) is not None and len(plain.split()) > 2
