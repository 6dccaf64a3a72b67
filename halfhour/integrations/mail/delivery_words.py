"""How mail systems say that, and why, a message did not arrive.

Reasons use the usual names (userunknown, mailboxfull, blocked ...). Only an address or a domain that does not
exist is a hard failure: everything else may pass, and stops nobody from writing again.
"""

import re

HARD_REASONS = frozenset({"userunknown", "hostunknown", "hasmoved", "notaccept"})

DAEMON = re.compile(
    r"(?i)^(?:mailer[-_.]?daemon|mail[-_.]?daemon|mdaemon|po+st[-_.]?master|mail[-_.]?delivery|mailerdaemon|bounces?|bounced|maildelivery|mail-?admin|mailadministrator|mail_?deliver\w*|smtp|mms-?postmaster|deliver|email-bounces|returned?-?mail|mailsystem|administrator)(?:[+=_.-][^@]{0,200})?(?:@|$)"
)
DAEMON_NAME = re.compile(
    r"(?i)mail(?:er)? delivery (?:sub)?system|mailer[- ]daemon|delivery (?:status|failure|subsystem)|mail administrator|mail system|system administrator|postmaster|internet mail delivery|microsoft outlook$|mail router|smtp gateway|message transfer agent"
)
SUBJECT = re.compile(
    r"(?i)undeliver(?:ed|able|y)|not delivered|undelivered mail|returned mail|returned to sender|mail (?:delivery )?fail|delivery (?:status|fail|problem|report|error|notification|has failed|incomplete|unsuccessful|delayed|subsystem)|delivery-?status|failure (?:notice|delivery)|delivery to .{0,80} (?:failed|has been)|message (?:delivery|delayed|could not|you sent|status|was not)|non[- ]?(?:delivery|remis|recapit)|nondeliverable|could not (?:be )?(?:send|sent|deliver)|couldn't be delivered|can(?:'t|not) be delivered|failed (?:mail|delivery|message)|mail (?:system )?error|mail could not be|unzustellbar|nicht zugestellt|zustell(?:ung|fehler)|unzustellbarkeit|rücksendung|fehlgeschlagen|"
    r"non remis|échec de (?:la )?(?:remise|distribution|livraison)|non distribu|avis de non[- ]remise|no (?:se )?(?:ha podido )?entreg|no entregado|no se puede entregar|devolución|devuelto|falha (?:na|de) entrega|não entregue|mensagem não|mancata consegna|non recapitabil|impossibile recapitar|consegna fallita|onbestelbaar|niet bezorgd|niet afgeleverd|kan inte levereras|olevererat|kunne ikke leveres|ikke levert|toimittamaton|niedostarcz|nie dostarczono|zwrot|nedoručiteln|kézbesíthetetlen|не доставлен|недоставлен|не может быть доставлен|невозможно доставить|teslim edilemedi|ανεπίδοτο|配信不能|配信できません|エラーメール|送信エラー|未送達|投递失败|退信|系统退信|無法投遞|전송 실패|반송|delivery delayed|warning: (?:could not send|message)|blocked by|message you sent blocked|quota exceeded|mailbox full|user unknown|mail undeliverable|permanent (?:delivery )?(?:failure|error)"
)
# The sentences at the head of a failure report.
BODY = re.compile(
    r"(?i)could not be delivered|couldn't be delivered|wasn't able to deliver|(?:was )?not (?:be )?delivered|(?:was|is|were) (?:not|unable) (?:able )?to deliver|unable to deliver|cannot be delivered|can't be delivered|delivery (?:to the following|has failed|failed|of your message|attempts?|error|failure)|did not reach the following|could not be reached|not reach some or all|permanent (?:fatal )?errors?|fatal errors|undeliverable|(?:message|mail) (?:has been |was |is being )?(?:returned|rejected|bounced|blocked|refused)|returned to sender|mailbox (?:is )?(?:full|unavailable|disabled|not found)|user unknown|unknown user|no such user|user.{0,20} not (?:known|found|exist)|invalid (?:recipient|address)|recipient (?:address )?(?:rejected|unknown|not found)|address(?:es)? (?:had|failed)|failed recipient|following (?:address|recipient|e-?mail)|has been delayed|is over quota|exceeded .{0,30}quota|quota|host (?:unknown|not found)|transcript of session|failure reason|reason for (?:the )?(?:failure|return)|"
    r"nicht zugestellt|unzustellbar|konnte .{0,60} nicht .{0,30}(?:zustell|ausgeliefert|übermittelt)|n'a pas (?:pu )?(?:être|été) (?:remis|distribu|livr)|impossible de (?:remettre|distribuer|livrer)|no (?:se )?(?:pudo|ha podido|puede) .{0,30}entreg|não (?:pôde|foi possível|pode) .{0,30}entreg|non (?:è stato possibile|può essere) .{0,30}(?:recapitat|consegna)|kon niet worden (?:bezorgd|afgeleverd)|kunne ikke leveres|kunde inte levereras|nie (?:mógł|można|została|zostało) .{0,30}dostarcz|не (?:может|могло|было|удалось) .{0,40}доставл|не удалось доставить|配信できません|配信することができません|送信できません|お届けできません|見つかりません|宛先不明|ユーザー.{0,20}不明|投递失败|无法投递|退信|엑세스|전송.{0,10}실패"
)
SMTP_ERROR = re.compile(
    r"(?:^|[\s:(#<\[])(?:[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3})?|#?[45]\.\d{1,3}\.\d{1,3}[ )\]])"
)
# Where the report ends and the message it is about begins.
ORIGINAL = re.compile(
    r"(?im)^(?:[-=_*#\s]{0,30}(?:below this line is a copy|this is a copy of (?:the|your)|the header of the original|original message (?:headers?|follows)|(?:a copy of )?(?:the|your) (?:original )?message (?:headers? )?(?:follows|is following|was)|returned message|unsent message|undelivered message|copy of (?:the |your )?(?:original )?message|message header|included is a copy|headers? of (?:the )?(?:original|your|undelivered)|original headers|---- ?original|message body)[^\n]{0,80}|Return-Path: ?<[^\n]{0,200}|Received: from [^\n]{0,300})$"
)

# Ordered: the first that fits names the reason.
_SAID = (
    ("mailererror", r"procmail:|couldn't create|command died|exit status|/var/(?:spool/)?mail|x-unix; (?!75|77)|mailer error|local delivery (?:failed|error)|permission denied while|pipe to \||unable to run|deliver(?:y)? program"),
    ("mailboxfull", r"mailbox (?:is |size |for .{0,40} is )?(?:full|exceed)|mailfolder is full|over (?:the )?(?:maximum )?(?:allowed )?quota|quota (?:exceeded|violation|limit|full)|exceed(?:ed|s|ing) .{0,40}(?:quota|storage|mailbox|disk)|(?:over|above|out of) (?:disk )?(?:quota|storage)|insufficient (?:disk |system )?(?:space|storage|quota)|not enough (?:disk |storage )?space|storage space|inbox is full|account is (?:full|over)|disk quota|mail ?box ?full|has reached .{0,40}(?:limit|quota|size)|full mailbox|boîte .{0,20}pleine|postfach (?:ist )?(?:voll|überfüllt)|casilla llena|メールボックス.{0,12}(?:いっぱい|容量)|переполнен"),
    ("suppressed", r"suppression list"),
    ("userunknown", r"recip(?:ient)?notfound|konnte nicht gefunden werden|(?:empfänger|empfaenger|adresse|postfach|benutzer|mailbox) .{0,30}(?:unbekannt|existiert nicht|nicht gefunden)|(?:utilisateur|destinataire|adresse) (?:inconnue?|introuvable)|n'a pas (?:pu être|été) trouvée?|n'existe pas|(?:usuario|destinatario|dirección) (?:desconocid[oa]|no existe)|no existe (?:el|la|ese|esa) |no se (?:ha |pudo )?encontr|(?:utente|destinatario|indirizzo) (?:sconosciut[oa]|inesistente|non esiste)|(?:usuário|destinatário|endereço) (?:desconhecid[oa]|inexistente|não existe)|não foi encontrad|(?:gebruiker|geadresseerde|adres) .{0,20}(?:onbekend|bestaat niet|niet gevonden)|nie istnieje|не существует|не найден|存在しません|不存在|user unknown|unknown user|unknown local[- ]?(?:user|part)|unknown (?:recipient|address|account|mailbox|e-?mail)|no such (?:user|mailbox|recipient|address|account|person|local user|addr|email)|no (?:mailbox|account|user|recipient) (?:here|by|with|found|of|known|exists?|named)|(?:user|recipient|mailbox|account|address|addressee|e-?mail(?: address| account)?|person|local part|destination)\W{1,3}(?:[^\s]{1,100} )?(?:is )?(?:\(?[^\s)]{1,80}\)? )?(?:was |were |is |has |could |does |did |do |name is )?(?:not|n't|cannot|couldn't be|doesn't|un)(?: be)? ?(?:exist|found|known|recogni[sz]ed|listed|valid|locate|a known|on this|have an|active account)|does ?n[o']t exist|doesn't exist|doesn't have a|not a (?:valid|known) (?:user|recipient|mailbox|address)|invalid (?:recipient|mailbox|user|address|local|account|final|e-?mail|destination)|recipnotfound|recipient not found|name is not recognized|not listed in|address(?:ee)? (?:unknown|not found|invalid|rejected(?!: (?:policy|blocked|spam|access denied from|sender|greylist)))|unrouteable address|undeliverable address|unknown or illegal|no longer (?:valid|in use|available|works?|active|exists?|employed|on server|with)|mailbox (?:not found|unknown|does not|not available or|unavailable or not)|bad destination (?:mailbox|address|email)|account (?:has been |is |was )?(?:deleted|closed|removed|cancel+ed|terminated|not found|unavailable)|destin(?:at)?aire inconnu|utilisateur inconnu|adresse .{0,20}(?:invalide|inconnue|inexistante)|benutzer .{0,10}unbekannt|empfänger .{0,30}(?:unbekannt|nicht)|usuario desconocido|no existe|inexistente|utente sconosciuto|non esiste|pessoa não|существует|не найден|存在しない|見つかりません|不明なユーザ|用户不存在|无此用户|no account|recipient unknown|r(?:cpt|ecipient) address rejected: (?:user|access denied|undeliverable|unverified|mailbox|invalid|no such|.{0,40}(?:unknown|does not|not found|doesn't))|mailbox unavailable|not our customer|inactive recipient|dosn't exist|not exist"),
    ("hostunknown", r"host (?:name )?unknown|unknown host|host not found|(?:host or )?domain name not found|no such domain|domain (?:does not exist|not found|is not valid|doesn't exist|name is invalid|isn't)|unrouteable (?:mail )?domain|illegal host/domain|unknown domain|(?:domain|host) must (?:exist|resolve)|recipient address rejected: domain not found|name or service not known|nullmx|null mx|does not accept (?:any )?(?:e-?mail|mail)|can't find any mx|dns error.{0,60}(?:not found|nxdomain)|nxdomain"),
)  # fmt: skip
_MAY_PASS = (
    ("virusdetected", r"virus|malware|infected"),
    ("spamdetected", r"spam(?!haus|cop)|junk|unsolicited|\bube\b|content (?:was )?(?:rejected|refused|filter)|bulk e?mail|message content"),
    ("authfailure", r"dmarc|dkim|\bspf\b|sender policy|unauthenticated|authentication (?:required|fail|check)"),
    ("requireptr", r"reverse dns|ptr (?:record|lookup)|ip name lookup|cannot find your (?:reverse )?hostname|rdns"),
    ("mesgtoobig", r"(?:message|mail|size|attachment).{0,30}(?:too (?:big|large)|exceed.{0,20}(?:size|limit|maximum)|size limit)|mail size limit|larger than"),
    ("exceedlimit", r"exceed.{0,30}(?:limit|maximum)|size limit"),
    ("suspend", r"\b(?:inactive|disabled|suspend\w*|blocked account|account is blocked|frozen|locked|not active|deactivated)\b|est bloqu"),
    ("badreputation", r"reputation"),
    ("toomanyconn", r"too many|rate limit|frequency|throttl|volume|too fast|concurrent|connection limit|exceeded the (?:max|rate)"),
    ("norelaying", r"relay|not configured to|we do not|isn't in my list"),
    ("blocked", r"block(?:ed|list|ing)|black ?list|blacklisted|\brbl\b|dnsbl|spamhaus|spamcop|barracuda|access denied|client host|banned|refused by|denied|prohibited|not allowed|listed (?:in|at|on)|\bbl\b|connection refused by|reject(?:ed)? (?:by|due to)|greylist|try again later|deferred"),
    ("rejected", r"sender (?:address )?(?:rejected|denied|unknown|verify)|unroutable sender|sender|mail from"),
    ("policyviolation", r"policy|polic|violat|security"),
    ("norelay", r"not permitted|permission|authori[sz]"),
    ("expired", r"expired|retry time(?:out)?|too long|timed? ?out|time ?out|delivery time|been in the queue|has been delayed|giving up|exhausted|4\.4\.7"),
    ("networkerror", r"connect(?:ion)?|network|no route|dns|loop|hop count|mx |unreachable|name server|resolv|lookup"),
    ("syntaxerror", r"syntax|sequence of commands|command|protocol|unrecognized"),
    ("systemerror", r"system|server|configuration|internal error|temporary|service (?:unavailable|refus)|ldap|database|tls|i/o error|resources"),
    ("filtered", r"filter"),
)  # fmt: skip
SAID = tuple((name, re.compile(f"(?i){pattern}")) for name, pattern in _SAID)
MAY_PASS = tuple((name, re.compile(f"(?i){pattern}")) for name, pattern in _MAY_PASS)
AFTER_DATA = re.compile(
    r"(?im)(?:after|in reply to) (?:end of )?data|end of data|\(DATA\)|in reply to end of|^>>> DATA\s*$\n<<< 5"
)
# Codes of RFC 3463 that say it when no word does.
STATUS_REASONS = {
    "5.1.0": "userunknown", "5.1.1": "userunknown", "5.1.2": "hostunknown", "5.1.3": "userunknown", "5.1.4": "userunknown", "5.1.6": "hasmoved", "5.1.7": "rejected",
    "5.1.8": "rejected", "5.1.10": "userunknown", "5.0.911": "userunknown", "5.2.1": "suspend", "5.2.2": "mailboxfull", "5.2.3": "mesgtoobig", "5.3.4": "mesgtoobig", "5.4.4": "hostunknown",
    "5.4.6": "networkerror", "5.4.7": "expired", "5.7.1": "blocked",
}  # fmt: skip
