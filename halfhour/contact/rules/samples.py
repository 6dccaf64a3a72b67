"""Complete messages for different situations, as examples to read before writing one's own.

Source: Informational Interviewing Part 1, "Making Contact", comes with a sample letter and a sample e-mail; these are in
our own words, and each passes the checker on the day it is dated.
"""

from dataclasses import dataclass
from datetime import date

from halfhour.contact.rules.facts import Ask, Channel, Facts, Recipient, Sender, Source, SourceKind

_WRITTEN_ON = date(2026, 5, 4)


@dataclass(frozen=True, slots=True)
class Sample:
    """situation: for whom it is an example. kind: as the checker takes it. written_on: the day it is checked for."""

    key: str
    title: str
    situation: str
    kind: str
    facts: Facts
    text: str
    written_on: date = _WRITTEN_ON


SAMPLES: tuple[Sample, ...] = (
    Sample(
        "student-email",
        "An e-mail: a student, through a teacher",
        "A second-year student writes to someone a teacher named and allowed her to mention. 86 words.",
        "letter",
        Facts(
            sender=Sender(
                "Maya Lindqvist",
                "in my second year of audio production",
                "(206) 555-0117",
                "maya@example.org",
            ),
            recipient=Recipient("Dana Whitfield", "Ms", organisation="Lantern", phone_known=True),
            source=Source(SourceKind.ACQUAINTANCE, "Tom Reyes", may_mention=True),
            ask=Ask(20, "game sound designer", channel=Channel.EMAIL, promise_on=date(2026, 5, 12)),
        ),
        """Subject: Tom Reyes suggested I write

Dear Ms Whitfield,

Tom Reyes, who taught me at Harbor Community College, suggested that I write to you. My name is Maya Lindqvist, and I am in my second year of audio production there.

Your talk about recording the rain for Lantern made me want to ask what a game sound designer's week is like from inside. Would you have 20 minutes, in person or by phone? I am exploring the field, not applying. If it does not fit, a one-line “not now” is completely fine.

I will call you on Tuesday, May 12, to ask whether that could work.

Kind regards,
Maya Lindqvist
maya@example.org · (206) 555-0117""",
    ),
    Sample(
        "changer-letter",
        "A paper letter: a career changer, after an article",
        "A bank clerk writes to a stranger whose work was described in a trade magazine.",
        "letter",
        Facts(
            sender=Sender(
                "Peter Hallam", "a bank clerk", "020 7946 0123", "peter.hallam@example.org", locale="en-GB"
            ),
            recipient=Recipient("Grace Okonkwo", "Mrs", organisation="Kentmere Orchards", phone_known=True),
            source=Source(SourceKind.ARTICLE, "Grower's Quarterly", on=date(2026, 4, 1)),
            ask=Ask(30, "orchard manager", channel=Channel.PAPER, promise_on=date(2026, 5, 14)),
        ),
        """Peter Hallam
8 Station Road
Faversham ME13 8EB

4 May 2026

Mrs Grace Okonkwo
Kentmere Orchards
Ashford

Dear Mrs Okonkwo,

I am a bank clerk of forty-one, and in the April issue of Grower's Quarterly I read how you brought the old drains at Kentmere Orchards back to life. I have kept the page.

For some years I have wondered whether an orchard manager's work would suit me, and I would like to hear from you what the year holds, the wet months included. May I ask you for half an hour, at the orchard or by telephone, on any day that suits you? I am not looking for a post; I want to know what the work is like before I go any further. Should you have no time for this, a short no is quite all right.

I will telephone on Thursday 14 May to hear what you think.

Yours sincerely,

Peter Hallam
020 7946 0123
peter.hallam@example.org""",
    ),
    Sample(
        "leaver-email",
        "An e-mail: a school leaver who knows nobody",
        "A seventeen-year-old found the name through her school's careers office.",
        "letter",
        Facts(
            sender=Sender(
                "Aisha Rahman",
                "finishing my A levels at Notre Dame Sixth Form",
                "0113 496 0000",
                "aisha@example.org",
                locale="en-GB",
            ),
            recipient=Recipient("Elena Novak", organisation="Novak Bindery", phone_known=True),
            source=Source(SourceKind.SCHOOL, "Notre Dame Sixth Form"),
            ask=Ask(20, "bookbinder", channel=Channel.EMAIL, promise_on=date(2026, 5, 13)),
        ),
        """Subject: 20 minutes about bookbinding?

Dear Elena Novak,

The careers office at Notre Dame Sixth Form gave me your name. I am Aisha Rahman, 17, and I am finishing my A levels there.

I would like to understand how somebody becomes a bookbinder now, and what you do all day at Novak Bindery. The atlas you repaired for our library is the reason I ask you. Could I talk with you for 20 minutes, at the bindery or on the phone, after school or on a Saturday? I am not applying for anything, I only want to learn. If you would rather not, “no, sorry” is a fine answer.

I will phone the bindery on Wednesday 13 May to ask.

With best wishes,
Aisha Rahman
aisha@example.org · 0113 496 0000""",
    ),
    Sample(
        "returning-email",
        "An e-mail: coming back to work, from a directory",
        "No telephone number is known, so she says when she will write again.",
        "letter",
        Facts(
            sender=Sender(
                "Lucía Ferrer",
                "coming back to work after nine years at home with my children",
                "(415) 555-0188",
                "lucia@example.org",
            ),
            recipient=Recipient("Ana Beltrán", phone_known=False),
            source=Source(SourceKind.DIRECTORY, "the directory of the Association of Court Interpreters"),
            ask=Ask(20, "court interpreter", channel=Channel.EMAIL, promise_on=date(2026, 5, 13)),
        ),
        """Subject: 20 minutes about court interpreting?

Dear Ana Beltrán,

My name is Lucía Ferrer; after nine years at home with my children I am coming back to work. I found your name in the directory of the Association of Court Interpreters.

I speak Spanish and Catalan, and wonder what a week in court is like for an interpreter. You moved there from teaching, which is why I thought of asking you. Might you have 20 minutes, by phone or by video, at an hour you choose? It is information I am after, not a position. If your weeks are too full, please just say so.

I will write again on Wednesday, May 13.

With many thanks,
Lucía Ferrer
lucia@example.org · (415) 555-0188""",
    ),
    Sample(
        "network-message",
        "A message on a professional network",
        "Under 400 characters, to a connection whose address is not known.",
        "letter",
        Facts(
            sender=Sender("Tobias Green", "a chemistry student"),
            recipient=Recipient("Wei Zhang"),
            source=Source(SourceKind.NETWORK, "LinkedIn", imported=True),
            ask=Ask(15, "data scientist", channel=Channel.NETWORK, promise_on=date(2026, 5, 12)),
        ),
        """Dear Wei Zhang, I am Tobias Green, a chemistry student at Newham; we are connected here through the lab's alumni group. You went from the bench to data work at Mercy Health, and I would like to hear how that was. Would you have 15 minutes by phone? I am exploring, not applying. I will write again on Tuesday, May 12.""",
    ),
    Sample(
        "introduction",
        "Asking a friend for an introduction",
        "The friend asks first; a paragraph to forward is included.",
        "introduction",
        Facts(
            sender=Sender("Darnell Hughes", "just out of the Navy", "(712) 555-0130", "darnell@example.org"),
            recipient=Recipient("Rosa Castellano", organisation="Prairie Wind"),
            source=Source(SourceKind.ACQUAINTANCE, "Rick Adams"),
            ask=Ask(20, "wind turbine technician"),
        ),
        """Subject: Would you ask Rosa Castellano for me?

Dear Rick,

You told me that Rosa Castellano runs a turbine crew. Would you ask her whether she would talk with me for 20 minutes? Please ask first, before you pass on a number or copy us both.

Here is a paragraph you can forward as it is:

My name is Darnell Hughes, and I am just out of the Navy after six years as an electrician's mate. I would like to understand what a wind turbine technician does from day to day, and how your crew at Prairie Wind trains new people. Would you have 20 minutes, by phone or at the site? I am not asking for work, only for information, and a plain no is fine. Darnell Hughes, (712) 555-0130, darnell@example.org

If she agrees, I will call her to arrange a time. If you would rather not ask, just say so; may I then mention your name if I write to her myself? Either way, I will let you know how it went.

Thanks,
Darnell""",
    ),
    Sample(
        "thanks",
        "A thank-you on the same evening",
        "One thing that was said, what comes of it, the name that was given, and nothing asked.",
        "thanks",
        Facts(
            sender=Sender(
                "Maya Lindqvist",
                "in my second year of audio production",
                "(206) 555-0117",
                "maya@example.org",
            ),
            recipient=Recipient("Dana Whitfield", "Ms"),
            said=("Half the job is listening to what the picture does not show.",),
            named=("Priya Nair",),
            talk_on=date(2026, 5, 4),
        ),
        """Subject: Thank you for this afternoon

Dear Ms Whitfield,

Thank you for the talk this afternoon. You said that half the job is listening to what the picture does not show, and I have been hearing my own street differently ever since. I am going to record it every morning this month, as you suggested, and see what I notice.

I will write to Priya Nair this week and tell her that you named her. I will let you know how it goes.

With many thanks,
Maya Lindqvist""",
    ),
)
