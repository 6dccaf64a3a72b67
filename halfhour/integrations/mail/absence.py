"""Automatic answers: is this one, and until which day is the person away?

The day is only taken when the text says it is the day of return or the last day away, in full or with a month;
nothing is guessed from "next week", and a single day of many is not picked.
"""

import re
from datetime import date

from halfhour.integrations.mail.days import NamedDay, named_days
from halfhour.integrations.mail.folding import fold
from halfhour.integrations.mail.reader import MailMessage

_SUBJECT = re.compile(
    r"(?i)^\W{0,4}(?:(?:re|aw|sv|tr|fwd?|antw)\s?:\s?)?[\[(<*\s]{0,4}(?:auto(?:matic|mated|matisch\w*|mat\w*)?[-: ]{0,3}(?:reply|response|respond\w*|answer|antwort|r[ée]ponse|generated|reply:|svar|beantwo\w*|odpov\w*|acknowledg\w*)|auto ?: |autoreply|autoresponse|auto-?respond\w*|automatische? (?:antwort|antwoord|beantwoording|nachricht)|automatisch antwoord|abwesenheit\w*|abwesend|out[- ]of[- ](?:the[- ])?office|out of (?:the )?office|ooo\b|oof\b|i(?:'m| am) (?:currently )?(?:out of|away from|on (?:vacation|holiday|leave))|away message|vacation (?:reply|message|response)|holiday (?:reply|message|auto)|"
    r"r[ée]ponse automatique|respuesta autom[áa]tica|autorrespuesta|fuera de (?:la )?oficina|resposta autom[áa]tica|fora d[oe] escrit[óo]rio|risposta automatica|fuori ufficio|automatiskt? svar|fr[åa]nvaro|autosvar|automatisk svar|frav[æa]r\w*|ikke p[åa] kontoret|automaattinen vastaus|automatyczna odpowied[źz]|odpowied[źz] automatyczna|autoodpowied[źz]|nieobecno[śs][ćc]|poza biurem|automatick[áa] odpov[ěe][ďd]|mimo kancel[áa][řr]|nep[řr][íi]tomnost|automatikus v[áa]lasz|h[áa]zon k[íi]v[üu]l|автоответ|автоматический ответ|вне офиса|автоматична відповідь|otomatik yan[ıi]t|αυτόματη απάντηση|r[ăa]spuns automat|自动回复|自動返信|自動回覆|自動応答|자동 ?회신|자동 ?응답|read: |gelesen: |lu ?: |le[íi]do: )"
)
_WEAK_SUBJECT = re.compile(
    r"(?i)^\W{0,4}(?:(?:re|aw|sv|tr|fwd?|antw)\s?:\s?)?[\[(<*\s]{0,4}(?:currently (?:out|away)|away$|gone (?:fishing|until)|absence|absent|message d'absence|notification d'absence|en (?:cong[ée]s?|vacances|d[ée]placement)|indisponib\w*|ausen(?:te|cia)|de vacaciones|f[ée]rias|assenza|assente|fuori sede|afwezig\w*|niet aanwezig|poissa\w*|lomalla|отпуск|отсутств\w*|不在|부재|thank you for (?:contacting|your (?:e-?mail|message|inquiry|enquiry))|we (?:have )?received your|(?:your )?(?:request|message|e-?mail|ticket|inquiry) (?:has been |was )?(?:received|#)|eingangsbest[äa]tigung|accus[ée] de r[ée]ception|acuse de recibo|return receipt|lesebest[äa]tigung|no longer (?:with|at|works)|has left|i\'?m (?:out|away)|on (?:vacation|holiday|leave)|vacation|holiday|away (?:from|until|till|on)|out of (?:town|the country))"
)
_BODY = re.compile(
    r"(?i)(?:this is an? (?:auto(?:matic|mated)?(?:ally)?[- ]?(?:generated )?(?:reply|response|message|answer|e-?mail)|auto-?(?:reply|response))|(?:i am|i'm|i will be|i'll be|we are|is) (?:currently |now |presently )?(?:out of (?:the )?(?:office|town|country)|away (?:from (?:the |my )?(?:office|desk|e-?mail)|until|till|on|through|this|at)|on (?:annual |sick |maternity |paternity |parental |medical |my )?(?:leave|vacation|holidays?|pto|sabbatical)|travel(?:l)?ing (?:and|until|with|for|this|on|through)|not in the office|out until|ooo\b)|thank you for (?:your (?:e-?mail|message|mail)|contacting|writing|reaching out)[^\n]{0,60}(?:\.|,|!)?\s{0,3}(?:i am|i'm|i will be|i'll be|our offices?|we are) (?:currently |now )?(?:out|away|on |closed|travel|not )|limited access to (?:my )?e-?mail|no access to (?:my )?e-?mail|"
    r"(?:ich bin|wir sind) (?:derzeit |zurzeit |zur zeit |momentan |aktuell |vom |ab |bis |am |im |in |nicht |leider |auf )[^\n.]{0,80}(?:nicht (?:im (?:b[üu]ro|haus)|erreichbar|am arbeitsplatz|da\b)|abwesend|im urlaub|in (?:elternzeit|mutterschutz|urlaub)|au[ßs]er haus|auf (?:dienst|gesch[äa]fts)?reise|unterwegs|zur[üu]ck|wieder)|(?:ihre|deine) (?:e-?mail|nachricht) (?:wird|werden) (?:nicht|weder)|diese (?:e-?mail|nachricht) wurde automatisch|je (?:suis|serai) (?:actuellement |en |absent|hors|indisponible|de retour)[^\n.]{0,60}(?:absen|cong|vacances|d[ée]placement|bureau|indisponible|retour)|je suis absent|actuellement absent|absent(?:e)? du bureau|(?:estoy|estar[ée]|me encuentro) (?:actualmente )?(?:fuera|ausente|de vacaciones|de baja|de viaje)|(?:estou|estarei) (?:ausente|fora|de f[ée]rias)|(?:sono|sar[òo]) (?:assente|fuori|in ferie)|ik ben (?:momenteel )?afwezig|ik ben (?:momenteel |op |niet |afwezig|van |tot )[^\n.]{0,60}(?:afwezig|kantoor|vakantie|verlof|aanwezig|bereikbaar)|jag [äa]r (?:borta|ledig|p[åa] semester|inte p[åa] kontoret|f[öo]r[äa]ldraledig)|jeg er (?:p[åa] ferie|ikke p[åa] kontoret|frav[æa]rende|bortreist)|olen (?:lomalla|poissa)|jestem (?:nieobecn|na urlopie|poza biurem)|przebywam na urlopie|я (?:нахожусь )?в отпуске|меня не будет|休暇中|不在にしており|自動(?:的に)?(?:返信|送信|配信)|我(?:目前|现在|正在)?.{0,6}(?:休假|不在办公室|出差)|此邮件为自动|부재 중|자동으로 발송)"
)
_ANSWERS = re.compile(r"(?i)\W*(?:re|aw|sv|antw)\s?:")
# A person's own mail may mention a holiday: such words count when they open a short text.
_OPENING = 600

_RANGE = re.compile(r"\s{0,2}[-–—]\s{0,2}(?:the )?$")
_BACK = re.compile(
    r"\b(?:back|return(?:ing)?|re-?open\w*|resum\w+|again|available|reachable|in the office|respond\w*|reply|answer|zuruck|wieder|erreichbar|ruckkehr|antworten|beantworten|im buro|da sein|anwesend|de retour|retour|disponible|reprendrai|joignable|repondrai|regres\w*|volv\w+|vuelvo|vuelta|responder\w*|de volta|retorn\w*|rientr\w+|torn\w+|terug|bereikbaar|aanwezig|tillbaka|ater|tilbage|tilbake|igen|takaisin|paluu|palaan|wrac\w+|powr\w+|bede|zpet|vrat\w+|vissza|вернусь|возвращ\w+|буду|donus|donecegim)\b"
)
_UNTIL = re.compile(
    r"\b(?:until|till|til|untill|through|thru|bis|bis zum|einschliesslich|inklusive|inclusive|up to|jusqu'au|jusqu'a|au|hasta|ate|fino al|fino a|tot|t/m|tot en met|till och med|t\.o\.m|til og med|asti|saakka|do|az|включительно|по|до|kadar|to|-)(?: (?:and including|and|including|einschliesslich|zum|den|the|end of(?: the)?(?: day)?|el|le|o|il|dnia|inkl\.?|incl\.?|on|som med|og med|en met|al|sunday|monday|tuesday|wednesday|thursday|friday|saturday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|el|lunes|martes|jueves|viernes)){0,4},?\s{0,3}$"
)
_ON = re.compile(
    r"\b(?:on|by|from|as of|starting|am|ab|ab dem|vom|wieder am|le|des le|a partir du|a partir de|el|a partir del|il|dal|a partire dal|op|vanaf|per|den|fra|od|dne|after|nach|again|a|em|no dia|na|tomorrow|morning of|the|week of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|mandag|tirsdag|onsdag|torsdag|fredag|mandagen|tisdag|lunedi|martedi|mercoledi|giovedi|venerdi|maandag|dinsdag|woensdag|donderdag|vrijdag|segunda|d\.)[,\s]{0,3}(?:the |den |dem |le |el |d\. ?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miercoles|jueves|viernes|,|\s){0,5}$"
)
_JUST_BEFORE = re.compile(
    r"\b(?:back|return(?:ing)?|available again|wieder da|zuruck|de retour|terug|tilbage|tillbaka)(?: in (?:the )?(?:office|town))?[,: ]{1,3}$"
)
# Languages that say it behind the day.
_BEHIND = re.compile(r" ?(?:asti|saakka|kadar|" + fold("まで|から出社|に戻|に復帰|から復帰").text + ")")
_AWAY_FROM = re.compile(
    r"\b(?:from|between|vom|von|du|de|del|dal|van|fran|fra|starting|since|seit|depuis|desde|beginning)(?: (?:the|den|dem|le|el|\w+day|\w+tag|\w+di)){0,2},?\s{0,3}$"
)
_OUT = re.compile(
    r"\b(?:ooo|oof|out of|out|away|vacation|holiday|leave|abwesend|urlaub|absent\w*|conges?|vacances|ausente|fuera|ferias|assente|ferie|afwezig|vakantie|semester|frav\w+|loma\w*|urlop\w*)\b"
)
_SENTENCE = re.compile(r"\n\n|[!?] |(?<!\bd)\. ")  # "d. 14." is Danish for "the 14th"
_OTHER = re.compile(
    r"\b(?:born|founded|since|deadline|register|event|conference|updated|posted|copyright|invoice|order|ticket)\b"
)


def looks_automatic(message: MailMessage) -> bool:
    """Say whether a program answered: by its headers first (RFC 3834 and older habits), then by its words."""
    said = message.header("auto-submitted").split(";")[0].strip().lower()
    if said and said != "no":
        return True
    for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-autogenerated", "x-auto-reply", "x-mail-autoreply", "x-autoreply-from", "x-vacation", "x-apple-action", "x-ms-exchange-inbox-rules-loop", "x-ms-exchange-generated-message-source", "x-out-of-office", "x-mailer-autoreply", "autoreply", "auto-response", "x-em-autoreply", "x-webmail-autoreply", "x-cloud-vacation", "x-yahoo-autoresponse"):  # fmt: skip
        value = message.header(name).strip().lower()
        if value and value not in ("no", "false", "0"):
            return True
    if (
        "auto" in message.header("precedence").lower()
        or "autorespond" in message.header("delivered-to").lower()
    ):
        return True
    if re.search(
        r"(?i)\b(?:vacation|auto-?(?:reply|respond\w*)|out of office)\b",
        message.header("x-mailer") + message.header("x-purpose") + message.header("x-generated-by"),
    ):
        return True
    if _SUBJECT.search(message.subject[:200]) and _subject_decides(message):
        return True
    opening = message.text.lstrip()[:_OPENING]
    if message.header("x-auto-response-suppress") and (_BODY.search(opening) or not message.references):
        return "all" in message.header("x-auto-response-suppress").lower() or bool(_BODY.search(opening))
    said_away = bool(_BODY.search(opening))
    program = _is_from_a_program(message)
    answers = _ANSWERS.match(message.subject) is not None
    if _WEAK_SUBJECT.search(message.subject[:200]) and (program or (said_away and not answers)):
        return True
    return said_away and program


def _subject_decides(message: MailMessage) -> bool:
    """A person who writes "Re: Absence" is a person: then the words of the body or the headers must agree."""
    return (
        not _ANSWERS.match(message.subject)
        or bool(_BODY.search(message.text.lstrip()[:_OPENING]))
        or _is_from_a_program(message)
    )


def _is_from_a_program(message: MailMessage) -> bool:
    path = message.header("return-path").strip()
    noted = message.header("precedence").strip().lower() in ("bulk", "junk", "auto_reply", "list")
    return (
        (path in ("<>", "") and bool(message.headers.get("return-path")))
        or noted
        or bool(message.header("x-auto-response-suppress"))
    )


def returns_on(text: str, *, written_on: date | None) -> date | None:
    """Return the day an absence note names as the return or as the last day away; None when it names none.

    text: the answer's own words. written_on: the day of the message, to complete "12 August" and "on Monday".
    With several such days the last one counts; a day before the message was written never does.
    """
    folded = fold(text[:6000])
    found: list[date] = []
    earlier: NamedDay | None = None
    for day in named_days(folded, today=written_on, day_first=_day_first(folded.text)):
        spanned = earlier is not None and _ends_absence(folded.text, earlier, day)
        earlier = day
        if (written_on and day.day < written_on) or folded.text[day.start : day.end].endswith("mondays"):
            continue
        if spanned or _says_return(folded.text, day):
            found.append(day.day)
    return max(found) if found else None


def _ends_absence(text: str, first: NamedDay, last: NamedDay) -> bool:
    """Say whether two days are a span ("1 - 5 December") that the text opens by saying somebody is out."""
    if not (first.complete and last.complete and first.day <= last.day and first.end <= last.start):
        return False
    joined = _RANGE.fullmatch(text[first.end : last.start])
    return bool(joined and _OUT.search(text[max(0, first.start - 60) : first.start]))


def _says_return(text: str, day: NamedDay) -> bool:
    sentence_start = max((m.start() for m in _SENTENCE.finditer(text, 0, day.start)), default=-1)
    before = text[max(0, sentence_start, day.start - 160) : day.start]
    end = min(
        (p for p in (text.find(mark, day.end) for mark in (". ", "\n\n", ".\n", "! ")) if p >= 0),
        default=day.end + 60,
    )
    after = text[day.end : min(end, day.end + 60)]
    if _JUST_BEFORE.search(before) or _BEHIND.match(text[day.end : day.end + 12]):
        return True
    other = _OTHER.search(before, max(0, len(before) - 60))
    if other and not _BACK.search(before, other.end()):
        return False
    if _AWAY_FROM.search(before) and re.match(
        r"\s{0,3}(?:to|until|till|through|-|bis|au|al|hasta|tot|til|do|a)\b", after
    ):
        return False
    if _UNTIL.search(before):
        return day.complete or bool(
            re.search(r"\b(?:until|till|til|bis|jusqu|hasta|tot|through)\b", before[-40:])
        )
    return bool(_BACK.search(before) and _ON.search(before)) or bool(
        _ON.search(before) and _BACK.search(after)
    )


def _day_first(text: str) -> bool | None:
    """English leaves 4/5 open, unless another date of the text tells; elsewhere the day comes first."""
    foreign = re.search(
        r"\b(?:ich|bin|wieder|je|suis|retour|estoy|hasta|sono|fino|ik ben|jag|jeg|olen|jestem|jusqu)\b", text
    )
    if foreign:
        return True
    told = {
        int(a) > 12
        for a, b in re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(?:20)?\d\d)?(?![\d/])", text)
        if (int(a) > 12) != (int(b) > 12)
    }
    return told.pop() if len(told) == 1 else None
