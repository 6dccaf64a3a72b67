"""What to say when they hesitate, and where to stop.

Source: Informational Interviewing Part 1, "Making Contact": be prepared to meet resistance (a job is suspected, no time,
telephone instead, somebody else); do not be too forceful. Assistant and voicemail: K-State, PIT. That one call offers
at most one alternative, then only the question for another name, is a default of ours.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from halfhour.contact.rules.call import Outcome


class Heard(StrEnum):
    HIRING = "hiring"
    SEND_TO_HR = "send-to-hr"
    NO_TIME = "no-time"
    REALLY_NO_TIME = "really-no-time"
    PHONE_INSTEAD = "phone-instead"
    CANNOT_HELP = "cannot-help"
    SEND_EMAIL = "send-email"
    TALK_NOW = "talk-now"
    ASSISTANT = "assistant"
    VOICEMAIL = "voicemail"
    CLEAR_NO = "clear-no"


class Offer(StrEnum):
    """What a sentence puts forward. Reassuring and thanking put nothing forward."""

    NOTHING = "nothing"
    OTHER_TIME = "other-time"
    SHORTER_OR_PHONE = "shorter-or-phone"
    ANOTHER_NAME = "another-name"


ALTERNATIVES = frozenset({Offer.OTHER_TIME, Offer.SHORTER_OR_PHONE})


@dataclass(frozen=True)
class Card:
    """One card: the single key that opens it, what they may say, and what to answer in several wordings."""

    heard: Heard
    key: str
    they_say: str
    answers: tuple[str, ...]
    offers: Offer
    outcomes: tuple[Outcome, ...]
    note: str = ""


CARDS: tuple[Card, ...] = (
    Card(Heard.HIRING, "h", "We are not hiring.",
         ("I understand, and I am not applying. I am finding out what this work is like before I choose it.",
          "That is fine, thank you. I only want to learn how you spend your days; a job is not what I am calling about.",
          "I see why you would think so. I am still choosing a field, and you do the work I wonder about."),
         Offer.NOTHING, (Outcome.REACHED_YES, Outcome.REACHED_NO)),
    Card(Heard.SEND_TO_HR, "r", "Send your résumé to HR.",
         ("Thank you. This is not an application, though: I would like to hear from someone who does the work itself.",
          "That is kind. HR would be right if I were applying; I am only asking what the work is really like.",
          "I may do that one day. Today I am only trying to understand the work, and you know it from the inside."),
         Offer.NOTHING, (Outcome.REACHED_YES, Outcome.REACHED_NO)),
    Card(Heard.NO_TIME, "t", "I have no time.",
         ("Of course, I understand. Is there a day when a call would suit you better?",
          "I can imagine. When is it usually quieter for you, so that I can call again then?",
          "Thank you for telling me. Would a day next week be better, or later in the month?"),
         Offer.OTHER_TIME, (Outcome.CALL_BACK, Outcome.REACHED_LATER, Outcome.REACHED_NO),
         "A day they name uses up no attempt."),
    Card(Heard.REALLY_NO_TIME, "b", "I am really too busy for this.",
         ("I understand. Would ten minutes by telephone be possible, whenever it suits you?",
          "That is all right. If it is easier, I could send you one single question in writing.",
          "Then let me make it small: ten minutes on the telephone, and I will keep to them."),
         Offer.SHORTER_OR_PHONE, (Outcome.PHONE_INSTEAD, Outcome.REACHED_NO)),
    Card(Heard.PHONE_INSTEAD, "p", "Could we do it by telephone?",
         ("Gladly. Which day is good for you, and at which number?",
          "With pleasure, and fifteen or twenty minutes are plenty. When shall I call?",
          "That suits me well. I will call you; just tell me the day and the hour."),
         Offer.NOTHING, (Outcome.PHONE_INSTEAD,), "Ask what you would see around them; you will not see it yourself."),
    Card(Heard.CANNOT_HELP, "n", "I cannot help you.",
         ("Thank you for being frank. Does anyone come to mind who might, and may I say you suggested it?",
          "That is quite all right. Is there a colleague you would ask in my place, and may I mention you?",
          "I understand, thank you. If you think of someone who does this work, I would be glad of the name."),
         Offer.ANOTHER_NAME, (Outcome.REACHED_NO,), "Ask once. Whatever comes, end with thanks."),
    Card(Heard.SEND_EMAIL, "e", "Just send me an e-mail.",
         ("I will, today, and keep it short. Which address reaches you best?",
          "Gladly. May I read your address back to you, so that it arrives?",
          "Thank you, I will send a few lines this afternoon. Is there a day by which I should ask again?"),
         Offer.NOTHING, (Outcome.REACHED_LATER,), "Write the same day and begin with: as you asked on the telephone."),
    Card(Heard.TALK_NOW, "l", "Let us talk now.",
         ("That is generous, thank you. I have my questions here; are fifteen minutes all right?",
          "Gladly, if I may take notes. Then I would begin with how your last week looked.",
          "With pleasure. How long do you have, so that I can keep to it?"),
         Offer.NOTHING, (Outcome.TALKED_NOW,), "Your questions open with the clock."),
    Card(Heard.ASSISTANT, "a", "Somebody else answers.",
         ("Good morning, I would like to ask for some advice about a career, not about a job. When is a good time to reach them?",
          "Hello, they may expect my call, as I wrote that I would ring today. Are they free for a minute?",
          "I hope you can help me: I would like a little of their advice on their line of work, not a job. When should I try?"),
         Offer.NOTHING, (Outcome.ASSISTANT, Outcome.CALL_BACK),
         "Say that it is advice, name who sent you if you may, ask for the assistant's name and thank them by it."),
    Card(Heard.VOICEMAIL, "v", "A machine answers.",
         ("Say your name and spell it, your number slowly, the reason in one sentence, and when you will call again.",
          "Keep it under half a minute: name spelled, number twice, one sentence why, the day of your next call.",),
         Offer.NOTHING, (Outcome.VOICEMAIL,), "It counts as an attempt. On the third, name no further day."),
    Card(Heard.CLEAR_NO, "x", "No. Please do not call again.",
         ("I understand. Thank you for telling me, and I wish you a good day.",
          "Of course. Thank you for your time, and goodbye."),
         Offer.NOTHING, (Outcome.REACHED_NO,), "Nothing more is asked, now or later."),
)  # fmt: skip


def card(heard: Heard) -> Card:
    """Return the card for what was heard."""
    return next(c for c in CARDS if c.heard is heard)


def may_offer(offer: Offer, offered: Collection[Offer], *, clear_no: bool = False) -> bool:
    """Say whether one more offer is still kind in this call.

    offered: what was put forward so far in this call. One alternative (another time or something smaller), then only
    the question for another name, once; after a clear no nothing.
    """
    if offer is Offer.NOTHING:
        return True
    if clear_no or Offer.ANOTHER_NAME in offered:
        return False
    return offer is Offer.ANOTHER_NAME or not ALTERNATIVES & set(offered)


def too_forceful(offers: Collection[Offer], *, clear_no: bool = False) -> str | None:
    """Look back on a call and say what was too much, or None when it stayed courteous.

    offers: in the order made, what came after a clear no included when `clear_no`.
    """
    made: list[Offer] = []
    for offer in offers:
        if not may_offer(offer, made, clear_no=clear_no):
            if clear_no:
                return "They had said no. Thanks and goodbye are all that is left then."
            if Offer.ANOTHER_NAME in made:
                return "After asking for another name, let it be."
            return "You offered a second alternative. One is courteous; after it, only ask for another name."
        made.append(offer)
    return None


def answer_for(heard: Heard, *, turn: int) -> str:
    """Return one wording of the card's answer; `turn` (0, 1, 2 ...) walks through them."""
    answers = card(heard).answers
    return answers[turn % len(answers)]
