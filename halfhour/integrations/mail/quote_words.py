"""The words mail programs put around what they quote, in many languages.

Only tables and the patterns made of them; `reply_text` decides what they mean. Each pattern is tried on a
line cut to a few hundred characters and uses bounded repeats, so no line can take more than linear time.
"""

import re

# "<name> wrote", as mail programs translate it in the line above a quotation.
WROTE = (
    r"wrote|writes|has written|schrieb(?:en)?|geschrieben|folgendes|a [ée]crit|ont [ée]crit|[ée]crivait|"
    r"escribi[oó]|ha escrito|escribe|escreveu|ha scritto|scrive|schreef|geschreven|"
    r"quoting|napisana przez|skrev|skreiv|har skrevet|skrifaði|kirjoitti|napisa[lł](?:\(a\)|a)?|pisze|napsal(?:\(a\)|a)?|"
    r"nap[ií]sal(?:\(a\)|a)?|je napisal(?:a|\(a\))?|je napisao(?:/la|\(la\))?|napisao(?:/la)?|"
    r"[ií]rta|yazd[ıi]|şunları yazdı|έγραψε|a scris|написал(?:\(а\)|а)?|написав(?:\(ла\)|ла)?|пишет|пише|"
    r"написа|kirjutas|raš[ėe]|parašė|rakst[īi]ja|va escriure|idatzi du|viết|đã viết|menulis|"
    r"написао|je написао|כתב(?:ה)?|مكتوب|كتب(?:ت)?|نوشت|เขียน(?:ว่า)?|写道|寫道|写到|のメッセージ|"
    r"書きました|は書きました|님이 작성|작성:|작성하였습니다|escribiu|skrifar|ysgrifennodd|scríobh"
)

# The words such a line begins with, before its date.
OPENERS = (
    r"wiadomość|citando|zitat von|po|pon|út|st|čt|pá|so|ne|wt|śr|czw|pt|sob|niedz|uto|sre|čet|pet|ned|h|k|sze|cs|v|"
    r"on|am|le|el|il|em|op|den|der|dnia|dne|dňa|w dniu|na|pada|vào|ngày|at|in|în|pe|a|la|el d[ií]a|no dia|"
    r"quoting|från|fra|from|den|d\.|mån|tis|ons|tors?|fre|lör|sön|man|tir|lør|søn|man\.|pe|ma|ti|ke|to|la|su|"
    r"mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|lunes|martes|mi[eé]rcoles|jueves|viernes|s[áa]bado|domingo|"
    r"понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|"
    r"пн|вт|ср|чт|пт|сб|вс|нд|στις|tarihinde|ב|ב-|בתאריך|في|у|в|на|vr|za|zo|wo|do|di|"
    r"2\d{3}[-./年]|\d{1,2}[-./ ]"
)

MONTHS = (
    r"jan|feb|fév|fev|mar|mär|mrt|apr|avr|abr|may|mai|maj|mag|jun|jui|giu|jul|lug|aug|aoû|aou|ago|avg|sep|set|"
    r"oct|okt|ott|out|nov|dec|dez|déc|dic|des|gen|ene|"
    r"янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|"
    r"sty|lut|kwi|maj|cze|lip|sie|wrz|paź|paz|lis|gru|led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|"
    r"oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu"
)

# A day that could be the date of a quoted message: three shapes of digits, or a month beside a number.
DATE = re.compile(
    r"(?i)\b(?:19|20)\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\b\d{1,2}[-./]\s?\d{1,2}[-./]\s?(?:\d{4}|\d\d)\b"
    rf"|\b\d{{1,2}}(?:\.|st|nd|rd|th|º|er)?[ ,-]{{0,2}}(?:de |d'|of )?(?:{MONTHS})\w{{0,9}}"
    rf"|\b(?:{MONTHS})\w{{0,9}}\.?[ ,]{{0,2}}\d{{1,2}}\b|\d{{4}}년|\b(?:19|20)\d\d\b.{{0,20}}\d{{1,2}}[:.h]\d\d"
)
TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
ADDRESS = re.compile(
    r"[<\[(\"' ](?:mailto:)?[^\s<>@]{1,100}@[^\s<>@]{1,100}|^[^\s<>@]{1,100}@[^\s<>@]{1,100}"
)
WROTE_RE = re.compile(
    rf"(?i)(?:^|[\s>\"'）)\].:,])(?:{WROTE})(?=[\s:：,.>;]|$)|写道|寫道|のメッセージ|님이 작성|書きました"
)
OPENER_RE = re.compile(
    rf"(?i)^[\s>*\"'(\[]{{0,6}}(?:{OPENERS})(?=[\s.,:\d年]|$)|^\s?\d{{4}}[-年./]|^\s?\d{{1,2}}[./ -]"
)
NAME_AND_ADDRESS = re.compile(
    r"^\s?[\"'“]?[^<>@\n]{0,80}[\"'”]?\s?[<(\[]\s?(?:mailto:)?[^\s<>@]{1,100}@?[^\s<>@]{0,100}"
)
# Gmail's old form: 2016-03-03 17:21 GMT+01:00 Some One <address>:
ISO_OPENER = re.compile(
    r"^\s?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}[ T]\d{1,2}:\d\d(?::\d\d)? ?"
    r"(?:GMT|UTC)?(?:[+-]\d{1,2}:?\d{0,2})? [^\d\s][^:]{0,160}:?\s?$"
)
ISO_ZONE = re.compile(r"(?:GMT|UTC)[+-]?\d{0,2}")
# Text that somebody pasted as one line: "Yes, gladly. On Mon, 1 Jan 2024 Ann <a@b> wrote: ..."
INLINE_WROTE = re.compile(
    r"(?<=[.!?…)\s])(?:On|Am|Le|El|Il|Em|Op|Den) [^<>\n]{6,120}<[^<>\s]{3,120}>[^:\n]{0,40}\b(?:wrote|schrieb|a écrit|"
    r"escribió|ha scritto|escreveu|schreef|skrev)\b[^:\n]{0,40} ?:"
)

_FROM = (
    r"from|von|de|da|desde|expéditeur|van|fra|från|od|od koho|feladó|lähettäjä|от|от кого|від|gönderen|kimden|"
    r"από|remitente|mittente|absender|afzender|avsender|nadawca|odesílatel|odosielateľ|发件人|寄件者|寄件人|差出人|"
    r"送信者|보낸 ?사람|מאת|من|từ|dari|de la|saatja|nuo|no|pošiljatelj"
)
_SENT = (
    r"sent|date|gesendet|datum|envoyé(?: le)?|date|enviado(?: el| em)?|enviada(?: em)?|fecha|inviato|data|verzonden|"
    r"sendt|dato|skickat|lähetetty|päiväys|pvm|wysłano|data wysłania|odesláno|odoslané|dátum|elküldve|küldve|"
    r"отправлено|дата|надіслано|gönderilme(?: tarihi)?|tarih|gönderildi|ημερομηνία|στάλθηκε|trimis|发送时间|日期|发送日期|"
    r"寄件日期|傳送日期|日時|送信日時|보낸 ?날짜|날짜|נשלח|تاريخ|đã gửi|ngày|dikirim|tanggal|poslano|saadetud|išsiųsta|"
    r"nosūtīts|kuupäev|enviat|send|received"
)
_TO = (
    r"to|an|à|a|para|per|aan|til|till|do|komu|címzett|vastaanottaja|кому|кому|kime|alıcı|προς|către|收件人|宛先|"
    r"받는 ?사람|אל|إلى|đến|tới|kepada|ke|za|prejemnik|destinataire|destinatario|destinatário|empfänger|ontvanger|adresat|"
    r"mottagare|mottaker|modtager|cc|kopie|kopia|kopi|copia|copie|dw|udw|bcc|cci|抄送|副本|참조|копия|копія|másolat|bilgi|"
    r"kopio|reply-to|antwort an|répondre à|responder a|odpowiedz do|reply to|svar til|organi[sz]ation|attachments?|"
    r"anlagen?|pièces? jointes?|bijlagen?|importance|wichtigkeit|priorité"
)
_SUBJECT = (
    r"subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|otsikko|temat|předmět|predmet|tárgy|"
    r"тема|konu|θέμα|subiect|主题|主旨|件名|제목|הנדון|נושא|الموضوع|chủ đề|perihal|subjek|zadeva|teema|tema|assumpte|re"
)
HEADER_RE = re.compile(
    rf"(?i)^[\s*_>|]{{0,8}}(?:(?P<f>{_FROM})|(?P<d>{_SENT})|(?P<t>{_TO})|(?P<s>{_SUBJECT}))[ \t\u00a0]{{0,3}}[*_]{{0,2}}"
    r"[ \t\u00a0]{0,3}[:：][*_]{0,2}(?P<v>.{0,400})$"
)

_MESSAGE = (
    r"messages?|mensajes?|nachricht|mensagem|messaggio|bericht|meddelelse|meddelande|melding|viesti|"
    r"wiadomość|wiadomosc|zpráva|správa|üzenet|сообщение|письмо|повідомлення|лист|ileti|mesajı?|μήνυμα|mesaj|"
    r"邮件|郵件|メッセージ|메시지|הודעה|الرسالة|e-?mail|mail|courriel|poruka|sporočilo|tin|pesan"
)
# -----Original Message-----, ---------- Forwarded message ----------, *-------- Message d'origine --------*
MARKER_RE = re.compile(
    rf"(?i)^[\s*_>|]{{0,8}}[-–—=_*]{{2,80}}[ \t]{{0,4}}(?=[^-=_]{{0,60}}(?:{_MESSAGE}))[^\n<>@?=_]{{3,70}}?"
    r"[ \t:]{0,4}[-–—=_*]{2,80}[\s*_]{0,8}$"
)
# Apple Mail's and others' words above a forwarded message, with no dashes.
FORWARD_RE = re.compile(
    r"(?i)^[\s*_]{0,8}(?:begin forwarded message|forwarded message|start of forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|"
    r"début du (?:message réexpédié|message transféré|courriel transféré|mail transféré)|inicio del mensaje reenviado|"
    r"início da mensagem (?:encaminhada|reencaminhada)|inizio (?:del )?messaggio inoltrato|begin doorgestuurd bericht|"
    r"videresendt (?:besked|melding)|start på videresendt (?:besked|melding|e-?mail)|vidarebefordrat (?:brev|meddelande)|"
    r"välitetty viesti|początek przekazywanej wiadomości|začátek přeposlané zprávy|začiatok preposlanej správy|"
    r"továbbított levél kezdete|начало переадресованного сообщения|початок переадресованого повідомлення|iletilen ileti başlangıcı|"
    r"转发的邮件|下面是被转发的邮件|転送されたメッセージ|전달된 메시지)\s?[:：]\s{0,4}$"
)
