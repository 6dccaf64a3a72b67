"""The words below an answer that are not the answer: phone signatures, sign-offs, footers, notices.

Only tables and the patterns made of them; `reply_text` decides what is cut.
"""

import re

_DEVICE = (
    r"iphone|ipad|ipod|mac\b|macbook|android|blackberry|phone|handy|telefon|téléphone|teléfono|telefone|telefono|"
    r"telefoon|телефон|smartphone|samsung|galaxy|mobile?|mobil|móvil|celular|cellulare|tablet|outlook|mail\b|mailbird|"
    r"gmail|yahoo|windows|huawei|honor|xiaomi|redmi|nokia|htc|nexus|pixel|sony|xperia|motorola|moto|lg\b|oneplus|oppo|"
    r"treo|verizon|at&t|t-mobile|sprint|spark|sparrow|airmail|mailbox|typeapp|blue\b|bluemail|aqua ?mail|protonmail|proton|"
    r"tutanota|fastmail|k-9|thunderbird|superhuman|front\b|hey\b|newton|edison|polymail|postbox|mailspring|nine\b|"
    r"boxer|zoho|yandex|gmx|web\.de|orange|aol|myspace|apple|watch|device|ger[äa]t|enhet|surface|laptop|computer|pc\b|wireless|яндекс|почт|мобильн"
)
# "Sent from my iPhone" and what other languages make of it.
SENT_FROM_RE = re.compile(
    r"(?i)^[\s*_>/|(\[-]{0,6}(?:"
    r"(?:sent|posted|emailed|written|composed|typed|dictated|created|shared|verified) (?:from|via|with|using|by|on)\b|sent (?:mobile|wirelessly)\b|(?:message )?sent from\b|(?:yahoo|aol) ?mail: |"
    r"(?:von |mit )(?:meinem |meiner )?.{0,40} (?:gesendet|gesandt|verschickt|geschrieben)\b|gesendet (?:von|mit|über|aus)\b|diese nachricht wurde (?:von|mit)|"
    r"envoyé (?:de(?:puis)?|à partir|avec|via|par)\b|envoyée? d|mobile\. envoyé|"
    r"enviad[oa] (?:desde|do|da|de|a partir|com|con|via|pelo)\b|mandado desde|escrito desde|"
    r"inviato (?:da|dal|dall|con|tramite|via)|(?:verzonden|verstuurd|gestuurd) (?:vanaf|met|van|via|vanuit)|"
    r"sendt (?:fra|via|med)|skickat (?:från|via|med)|skickades från|lähetetty|sent fra|"
    r"wysłan[eoay] (?:z|za pomocą|przy)|odesl[aá]n[oa] z|odoslan[eéo] z|küldve|отправлено (?:с|из|от|через)|"
    r"надіслано (?:з|із|від)|.{0,30}gönderildi|trimis de pe|στάλθηκε από|poslano (?:z|s|sa)|nosūtīts no|saadetud|išsiųsta iš|"
    r"发自我的|發自我的|从我的.{0,20}发送|發送自|iphoneから送信|나의 .{0,20}에서 보냄|내 .{0,20}에서 보냄|נשלח מ|أرسلت من|đã gửi từ|dikirim dari|"
    r"(?:get|download|télécharge[rz]|obtene[rz]|obtén|obter|obtenha|scarica|ottieni|download|holen sie sich|laden sie|skaffa|hent|hanki|pobierz|získat|načítať|téléchargez) outlook\b|outlook für (?:ios|android) (?:beziehen|herunterladen)|outlook voor|获取 ?outlook"
    r")"
)
DEVICE_RE = re.compile(rf"(?i)(?:{_DEVICE})")

# A line that is only a polite ending.
SIGN_OFF_RE = re.compile(
    r"(?i)^[\s*_]{0,4}(?:(?:(?:with|my|many|warm|warmest|kind|kindest|best|sincere|very|personal|all|thanks|thank you|many thanks|and|&|the|in advance),? ?){0,4}"
    r"(?:regards?|wishes|rgds|best|cheers|sincerely|yours (?:sincerely|truly|faithfully)|yours|cordially|respectfully|(?:many )?thanks|thank you(?: (?:very|so) much)?|thx|take care|warmly|"
    r"all the best|talk soon|love|xoxo|br|kr|tia|ciao)"
    r"|(?:mit )?(?:den |vielen |vielem |meinen |ganz )?(?:freundliche[nmr]?|herzliche[nmr]?|beste[nmr]?|liebe[nmr]?|viele[n]?|schöne[nmr]?|sonnige[n]?|kollegiale[n]?)?(?: dank und)? ?(?:freundliche[nm]?|besten?|viele[n]?)? ?gr(?:ü|ue|u)(?:ß|ss)(?:e|en)?(?: (?:aus|von|vom) .{1,30})?"
    r"|hochachtungsvoll|mfg|lg|vg|bg|danke(?: und .{1,30})?|vielen dank"
    r"|(?:bien |très |tres )?(?:cordialement|amicalement|respectueusement|sincèrement)|bien à (?:vous|toi)|(?:meilleures |sincères |mes )?salutations(?: distinguées)?|merci(?: d'avance| beaucoup)?|bonne (?:journée|soirée|réception)|à bientôt"
    r"|(?:un )?(?:cordial(?:es)? |atento |muchos )?saludos?(?: cordial(?:es)?)?|atentamente|cordialmente|(?:muchas )?gracias|un abrazo|abrazos"
    r"|(?:atenciosamente|cumprimentos|(?:com os )?(?:melhores|meus) cumprimentos|abraços?|obrigad[oa]|att\.?)"
    r"|(?:cordiali |distinti |tanti )?saluti|grazie(?: mille)?|(?:un )?cordiale saluto"
    r"|(?:met )?(?:vriendelijke|hartelijke|beste|warme)? ?groet(?:en|jes)?|mvg|bedankt|dank je wel"
    r"|(?:med )?(?:de )?(?:venlige?|bedste|beste|vänliga?|bästa|kærlig|hjertelige?) (?:hilsen|hilsner|hälsningar|hälsning)|hilsen|hälsningar|mvh|vh|kh|tack|tak|takk|knus"
    r"|(?:ystävällisin |parhain )?terveisin|t\."
    r"|(?:z |serdecznie |łączę )?(?:poważaniem|powazaniem|pozdrawiam|pozdrowieniami|wyrazami szacunku)(?: serdecznie)?|dziękuję"
    r"|s (?:pozdravem|úctou|pozdravom)|děkuji|hezký den|üdvözlettel|üdv|tisztelettel"
    r"|с уважением|с наилучшими пожеланиями|спасибо|з повагою|saygılarımla|saygılar|teşekkürler|με εκτίμηση|cu stimă|lep pozdrav|"
    r"此致|敬礼|谢谢|祝好|よろしくお願いします|よろしくお願いいたします|감사합니다)[\s,.!:;*_–—-]{0,6}$"
)

# What lists, help desks and forges append to every message.
FOOTER_RE = re.compile(
    r"(?i)^\s{0,4}(?:you received this message because|you are receiving this (?:e-?mail|message|because)|to unsubscribe from this (?:group|list)|"
    r"reply to this e-?mail directly or view it on|to view this discussion on|this (?:e-?mail|message) (?:was|has been) sent to you by|"
    r"virus-free\. |diese e-mail wurde von avast|this email has been (?:checked|scanned) (?:for viruses )?by|cet e-?mail a été vérifié|"
    r"[=+*~#-]{0,3} ?please type your reply above this line|-{2,} ?please (?:reply|type) above this line|##-? ?please type your reply above this line|[-=*#~]{2,} ?(?:please )?(?:reply|write|type|answer) (?:your \w+ )?above this line)"
)
# Warnings that gateways write above a message from outside.
BANNER_RE = re.compile(
    r"(?i)^[\s*\[(<#>_-]{0,8}(?:(?:caution|warning|external(?: e-?mail| sender| message)?|attention|achtung|hinweis|vorsicht|notice|important)\b.{0,60})?"
    r"(?:(?:this|the) (?:e-?mail|message|sender) (?:is|was|has|has been|originated|came|comes) ?(?:sent |originated |received )?(?:from )?.{0,30}(?:outside|external)|"
    r"external (?:e-?mail|sender|message)\b|\[external\]|diese e-?mail (?:stammt|kommt|wurde) .{0,40}(?:extern|außerhalb)|"
    r"you don't often get (?:e-?mail|mail) from|some people who received this message don't often get)"
)
NOTICE_RE = re.compile(
    r"(?i)^[\s*_\[(]{0,6}(?:(?:confidentiality|privacy|legal|disclaimer|vertraulichkeit|avis de confidentialité|aviso legal|aviso de confidencialidad)"
    r"(?: notice| note| statement|shinweis| legal)?[\s*_]{0,4}[:.–-]|disclaimer$|"
    r"(?:this|the information (?:contained )?in this|the contents? of this|the information transmitted)(?: e-?mail| message| communication| transmission|,)?.{0,80}(?:confidential|intended (?:only|solely)|privileged)|"
    r"diese (?:e-?mail|nachricht).{0,80}vertraulich|ce (?:message|courriel|mail|courrier).{0,80}confidentiel|este (?:mensaje|correo).{0,80}confidencial|"
    r"esta (?:mensagem|comunicación).{0,80}confidencia|questo messaggio.{0,80}(?:riservat|confidenzial)|dit (?:e-?mail)?bericht.{0,60}vertrouwelijk|if you are not the intended recipient)"
)
CONTACT_RE = re.compile(
    r"(?i)[^\s@]{1,60}@[^\s@]{1,60}\.\w|https?://|www\.|(?:\+|\(0|\b0)\d[\d\s()./-]{5,20}\d|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b|"
    r"\b(?:tel|phone|mobile|cell|fax|direct|office|tél|mob|skype|linkedin|twitter)\b\.? ?[:\d+(]|\|"
)
ROLE_RE = re.compile(
    r"(?i)\b(?:ceo|cto|cfo|coo|vp|president|director|manager|engineer|developer|consultant|founder|co-founder|officer|professor|prof|phd|lecturer|head of|"
    r"lead|partner|analyst|designer|architect|specialist|coordinator|assistant|counsel|attorney|nurse|teacher|inc|ltd|gmbh|llc|corp|company|university|"
    r"department|dept|institute|school|team|geschäftsführer|leiter|abteilung|directeur|responsable|gerente|direttore)\b"
)
