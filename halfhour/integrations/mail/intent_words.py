"""What people write when they answer a request for a talk, as patterns in English, German, French and Spanish.

All patterns are matched against folded text: lower case, no accents (`fold`), straight apostrophes, sharp s
as ss. Repeats are bounded, so that no text takes more than linear time. `intent` says how they are weighed.
"""

import re

from halfhour.integrations.mail import intent_languages as languages

_MONTH = (
    r"jan(?:uary|urary|uar|vier)?|feb(?:ruary|ruar)?|fevrier|mar(?:ch|s|z)?|maerz|apr(?:il)?|avril|may|mai|june?|juni|juin|july?|juli|juillet|"
    r"aug(?:ust)?|aout|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?|"
    r"dec(?:ember|embre)?|dez(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|dic(?:iembre)?"
)
WEEKDAY = (
    r"mon(?:day)?s?|tue?s(?:day)?s?|tusday|tuseday|tuesdy|wed(?:s|nes(?:day)?s?)?|we[dn]ns?e?sday|wednsday|wensday|wenesday|weds|"
    r"thu(?:rs?)?(?:day)?s?|thrusday|thirsday|fri(?:day)?s?|satur?day|sunday|sat|sun|saturdays|sundays|"
    r"montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonnabends?|sonntags?|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|" + languages.WEEKDAYS
)
DAY = (
    rf"(?:\b(?:{WEEKDAY}|today|tod[ao]y|tonight|tomm?orr?ow|tmrw|tmr|tmw|2moro|heute|uebermorgen|ubermorgen|morgen (?:frueh|fruh|um|abend|nachmittag|vormittag|passt|geht|ginge|ware)|"
    r"(?:am|ab|bis) morgen|aujourd'?hui|demain|apres-demain|hoy|pasado manana|manana (?:a las|por la|me|esta|puedo|en))\b"
    rf"|\b(?:{_MONTH})\.? ?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th|\.|er)? ?(?:of |de )?(?:{_MONTH})\b"
    r"|\b(?:on|the|by|am|le|el|du|vom) (?:the )?\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b(?! ?(?:%|h\b|min))|\b20\d\d-\d\d-\d\d\b)"
)
TIME = (
    r"(?:\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b\.?)?|\b\d{1,2} ?(?:[ap]\.?m\b\.?|o'?clock\b|uhr\b|h(?:eures?)?\b|hs\b)|\b\d{1,2}h\d\d\b|\b(?:at|do|say|around|make it) \d{1,4}\b(?! ?(?:\d|minutes?|mins?|hours?|hrs?|years?|days?|weeks?|months?|people|questions?|times|things|calls|%))|\b(?:what|how) about \d{1,2}\b(?! ?(?:minutes?|mins?|days?|weeks?|months?))|\bnoon\b|\bmidday\b|"
    r"\b(?:um|a las|a) \d{1,2}\b(?: uhr)?|\b(?:mornings?|afternoons?|evenings?|lunch ?time|midi|vormittags?|nachmittags?|mittags?|abends?|"
    r"matin|apres-midi|soir|por la (?:manana|tarde|noche))\b)"
)
PERIOD = (
    r"\b(?:(?:this|next|following|coming|that|same|the) (?:week(?:end)?|month|quarter|year|semester|term|spring|summer|autumn|fall|winter)|week of|the week after(?: next)?|"
    rf"weekends?|in (?:a|an|two|three|four|six|\d{{1,2}}|a few|a couple(?: of)?) (?:days?|weeks?|months?)|in (?:{_MONTH})|"
    r"(?:diese|nachste|naechste|kommende|ubernachste)[nrs]? (?:woche|monat|wochenende|quartal|jahr)|in (?:zwei|drei|vier|ein paar|\d{1,2}|einer|einem) (?:tagen|wochen?|monaten?|monat)|"
    r"(?:cette|la) semaine(?: prochaine)?|(?:le|ce) (?:mois|week-end)(?: prochain)?|semaine prochaine|mois prochain|dans (?:une|deux|trois|quelques|\d{1,2}) (?:jours?|semaines?|mois)|"
    r"(?:esta|la proxima|la) semana(?: que viene| proxima)?|(?:este|el proximo) (?:mes|fin de semana)|el mes que viene|dentro de (?:una|dos|tres|unas|unos|\d{1,2}) (?:dias?|semanas?|mes(?:es)?))\b"
)
DAY_RE, TIME_RE, PERIOD_RE = re.compile(DAY), re.compile(TIME), re.compile(PERIOD)
WHEN_RE = re.compile(
    rf"{DAY}|{TIME}|\bthen\b|{PERIOD}|\b(?:that|those|these) (?:days?|dates?|times?|slots?|morning|afternoon|evening)\b"
)

_WRITE = r"(?:contact|e-?mail|write|call|phone|message|text|bother|reach out|reaching out|send|spam|harass|ping|disturb|approach|follow(?:ing)? up|solicit)"
_WRITING = r"(?:contacting|e-?mailing|writing|calling|phoning|messaging|texting|bothering|sending|spamming|harassing|pinging|asking|reaching out|following up)"

# "Never again": wins over everything.
NEVER = re.compile(
    rf"\b(?:do not|don't|dont|never|not to|must not|not) (?:ever |please |try to )?{_WRITE}\w*(?: \w+){{0,5}} (?:again|anymore|any more|ever|any longer|further|in (?:the )?future)\b"
    r"|\bnot to (?:contact|e-?mail|write|call|message|bother) (?:me|us)\b|\bnever (?:write|call|text)\b|\b(?:do not|don't|dont|never) (?:ever )?(?:contact|e-?mail|message|bother|spam|harass|disturb)(?: me| us| my| this|\b(?= ?[.!]| ?$))"
    rf"|\b(?:stop|quit|cease|refrain from) (?:\w+ ){{0,2}}{_WRITING}\b|\bstop (?:it|this|the (?:e-?mails?|messages|calls))\b|(?:^|[.!?,;\n] {0, 60}|\bbut )(?:please )?stop(?: now| it| this)?\W*(?=$|[.!?\n])|^\W*(?:stop ){{2,}}"
    r"|\bunsubscri|\bopt(?:ing)?[ -]?(?:me )?out\b|\b(?:remove|delete|erase|take|strike) (?:me|us|my (?:e-?mail|address|name|details|data|contact|information|number|record))\b(?![^.!?]{0,30}(?:meeting|invite|call\b|event))"
    r"|\btake (?:me|us|my \w+) off\b|\bleave me (?:alone|in peace|be)\b|\blose my (?:number|e-?mail|address|details)\b|\bno (?:more|further) (?:e-?mails?|messages|contact|calls|communications?|correspondence|requests)\b"
    r"|\bdo(?: not|n't) wish to be contacted\b|\b(?:don't|do not|dont) want (?:to (?:hear from|be contacted|receive|get)|any (?:more|further)? ?(?:e-?mails|messages|contact|calls))|\b(?:never want|not want) to hear from\b"
    r"|\b(?:this|that)(?: is|'s) (?:just |pure )?(?:spam|harassment)\b|\breport(?:ed|ing)? (?:you|this|it)? ?(?:for|as|to) (?:spam|harass|abuse|the)|\bmarked? (?:\w+ )?as spam\b|\bblock(?:ed|ing) (?:you|this|your)\b|\bnot consent to\b|\bcease and desist\b"
    r"|\b(?:nie(?:mals)?|nicht|niemals) (?:mehr|wieder|nochmals?|noch einmal|erneut|weiter)\b(?:[\w ]{0,30})(?:kontakt|schreib|anschreib|anruf|meld|belastig|mail|behellig)|\b(?:kontaktier|schreib|meld|ruf|belastig)\w* (?:sie |ihr )?(?:mich|mir|uns|sich)? ?(?:bitte )?(?:bei mir )?(?:nie|nicht) (?:mehr|wieder)"
    r"|\b(?:kontaktieren|schreiben|belastigen|mailen) sie (?:mich|mir|uns) (?:bitte )?nicht\b|\bkeine (?:weiteren |mehr )?(?:e-?mails?|mails|nachrichten|anfragen|kontaktaufnahmen?|anrufe|kontakt)\b(?: mehr)?|\bin ruhe\b|\b(?:losch\w+|entfern\w+) (?:sie |bitte |mich|meine)|\baus (?:ihrem|eurem|deinem|dem) verteiler\b|\babbestell|\baustragen\b"
    r"|\bne (?:me|m'|nous|m) ?(?:contact|recontact|ecri|derang|relanc|appel|sollicit|envoy|harcel)\w* (?:plus|pas|jamais)|\bne plus (?:me |nous |m'|etre |recevoir )|\bdesabonn|\bdesinscri|\bretirez?[- ](?:moi|mon|mes)|\bsupprime[rz] (?:mes|mon|moi)|\blaissez?[- ]moi tranquille|\barretez? de m|\bcesse[rz] de m"
    r"|\bno (?:me|nos) (?:vuelv|contact|escrib|llam|molest|envi|mand)\w*(?: a \w+)?\b(?! (?:ahora|hoy|manana|esta|por la|al movil))|\b(?:deja|deje|dejen|dejad|pare|paren) de (?:escrib|contact|envi|llam|molest|mand)|\bdar(?:me|nos)? de baja|\b(?:borr|elimin|suprim)\w* (?:mis datos|mi (?:correo|direccion|contacto))|\bno quiero (?:que me|recibir|mas)|\bdejeme en paz|\bdejame en paz"
    r"|\bnon (?:mi|ci) (?:contatt|scriv|chiam)|\bnao me (?:contact|escrev|ligu)|\bniet meer (?:mailen|contacteren|bellen|schrijven|benaderen)|\buitschrijven\b|\bcancellatemi"
    + languages.NEVER
    + r"|[:,;-] ?stop\W*$|\b(?:not|n't) (?:wish|want|care|like) to hear\b|\bne (?:veux|souhaite|desire) plus (?:\w+ ){0,2}(?:recevoir|etre|de (?:vos|tes))"
)

# A "no" to the whole request, whatever else the text says.
NO = re.compile(
    r"^\W*(?:no|nope|nah|naw|nay|negative|pass|no[ ,]+no|never|non|nein|ne[ei]?|nee|no gracias)\b\W*(?:$|(?:thanks?|thank you|thx|sorry|sir|way|can do|danke|merci|gracias)\b)"
    r"|\bno,? ?(?:thanks?|thank you|thx|ty)\b|\bthanks?,? but no|\bbut no,? thank|\bno can do\b|\bno way\b|\bno chance\b|\bhard pass\b|\bfat chance\b|\bnot? happening\b|(?:\bnot|n't) (?:going to|gonna|gon) happen\b|\b(?:don't|do not|dont|didn't|did not|never) want (?:to|this|that|any|it)\b(?! (?:be (?:rude|late)|miss|impose|bother|keep|rush|intrude|waste your))|\b(?:afraid|think|guess|fear|rather|prefer|please|definitely|absolutely|certainly|probably|sorry,?) not\b(?! (?:in person|on|at|this|next|before|until|to worry))|\bno i (?:can't|cannot|won't|don't|do not|am not|'m not)\b"
    r"|(?:\b(?:not|never|hardly|no longer|without)|n't)(?: \w+){0,3} interest(?:ed|s)?\b|\bno interest\b|\buninterested\b|\bdisinterested\b|\blost interest\b|\bof (?:no|little) interest\b"
    r"|\b(?:have to|need to|must|will|i'll|we'll|ll|would|i'd|going to|gonna|want to|wish to|like to|choose to|decided to|respectfully|politely|regretfully|kindly) (?:\w+ )?(?:decline|pass|refuse|say no|turn (?:this|it|you|that) down|bow out|opt out|sit this)\b|\bi (?:decline|refuse|pass)\b|\bpass on (?:this|that|it|your|the)\b|\bdeclin(?:ed|ing)\b|\bdecline (?:your|the|this|that|it)\b"
    r"|\b(?:can't|cannot|can not|cant|couldn't|could not|unable to|not able to|won't be able to|wont be able to|will not be able to|not in a position to|not willing to|unwilling to|won't|wont|will not|not going to|not gonna|don't want to|do not want to|dont want to|don't wish to|do not wish to|don't care to|don't plan to|not prepared to|not allowed to|not permitted to|not comfortable|prefer not to|rather not|no desire to|would not|wouldn't|not like to|don't feel like) "
    r"(?:\w+ ){0,2}(?:help|assist|participate|take part|accommodate|offer|commit|speak (?:to|with|about)|talk (?:to|with|about)|take on|take calls|give (?:interviews|advice|career)|grant|support|be (?:of (?:help|any help|assistance)|helpful|interested|a part)|accept|agree|entertain|fulfil|fulfill|oblige|comply|contribute|provide|honor|honour|answer|reply|respond|consider|be doing|do (?:these|this kind|interviews|informational|coffee|calls like|things like)|share|mentor|say yes|recommend|join you|discuss|engage|spare|find (?:the )?time|make (?:the )?time|waste)"
    r"|\b(?:prefer not to|i'd rather not|would rather not|rather not)\b|\bnot (?:for me|my thing|my cup|a (?:good )?fit|the right (?:fit|person)|something (?:i|we)|worth|an option|keen|possible for me to (?:help|meet|talk|speak)|looking to|up for|in the mood|taking (?:on )?(?:any |new )?(?:meetings|calls|interviews|requests|mentees))\b|\bi (?:don't|do not|dont|never) (?:do|give|take|offer|accept|grant|think (?:so|that's|it's|this is|i (?:can|am|would|could|want))|see (?:the|any|how)|believe)\b"
    r"|\b(?:company|our|corporate|firm|internal|a) polic(?:y|ies)\b|^\W*(?:nah|nope|no),? (?:i'?m|im|we'?re) (?:ok|okay|good|fine)\b|\bagainst (?:our|company|the) (?:policy|rules)|\bcount me out\b|\bi'?m out\b(?! (?:of|until|till|this|next|on|today|from|all|sick|for|that|tomorrow))|\b(?:i'?m|we'?re|i am|we are) (?:all set|good)(?:,? thanks?| thank| for now)|\bforget (?:it|about it)\b|\bdream on\b|\bin your dreams\b|\bhell freezes\b|\bover my dead\b|\byeah,? ?(?:no|right)\b(?! (?:problem|worries|on|away|now))|\bwaste of (?:my )?time\b|\bwasting my\b|\bdon't waste\b|\bmind your own\b|\bget lost\b|\bgo away\b|\bnot my (?:job|problem|area)\b|\bnone of your\b"
    r"|\bno longer (?:work|do|in this|in that|involved|with|at|active|practi|take|give|available)\b|\b(?:have|i've|am|i'm) (?:since )?(?:retired|left (?:the )?(?:company|field|industry|profession|job|role|position|firm))\b|\bwish i (?:could|had)\b|\b(?:would|i'd|we'd|'d) (?:have )?(?:love[d]?|like[d]?|be (?:happy|glad)|been (?:happy|glad))(?: to)?(?: \w+){0,3},? but (?!how|what|could|can we|can you|would|is|does|only|not (?:on|this|today|tomorrow|before|until|in person)|(?:this|next|that|my) |today|tomorrow|\w+day\b|(?:i'?m|i am|i'll be|will be) (?:\w+ ){0,3}(?:this|next|on|until|till|that|then|tomorrow|today|all)\b|i (?:can't|cannot|can not|won't|have) (?:\w+ ){0,4}(?:this|next|on|until|that|then|tomorrow|today|\w+day)\b)"
    r"|\bkein(?:e|en)? (?:interesse|bedarf|lust)\b|\b(?:nicht|nie) (?:interessiert|machbar fur mich|moglich,? (?:ihnen|dir) zu)|\b(?:muss|mussen|mochte|mochten|werde)(?: ich| wir)?(?: \w+){0,3} (?:absagen|ablehnen|verzichten|passen)\b(?! ?(?:am|konnte))|\blehne (?:ich )?(?:\w+ ){0,2}ab\b|\bnein,? (?:danke|leider|tut)|\b(?:kann|konnen|konnte|mochte|mochten|will|wollen|werde)(?: ich| wir| ihnen| dir| euch| da| das| hier| dabei| leider| dazu| auch)* (?:nicht|keine?\w*)(?: \w+){0,3} (?:helfen|weiterhelfen|unterstutzen|dienen|teilnehmen|sprechen|beantworten|anbieten|mitmachen|geben|zusagen)|\bleider nein\b|\bnichts fur mich\b|\bkeine zeit fur so"
    r"|\bpas (?:du tout )?interesse|\bne suis (?:malheureusement )?pas (?:interesse|en mesure|dispose|la bonne|la personne)|\b(?:dois|devons|vais|prefere|preferons) (?:malheureusement |donc )?(?:decliner|refuser|ne pas)|\bje (?:decline|refuse)\b|\bnon,? merci|\bne (?:peux|pourrai|pouvons|pourrons|souhaite|souhaitons|veux|desire)(?: malheureusement)? (?:pas|plus)(?: \w+){0,3} (?:aider|repondre|donner suite|participer|parler|rencontrer|echanger|m'engager|accepter)|\bpas donner suite\b|\bsans (?:suite|interet)\b|\bmalheureusement non\b|\bne souhaite pas\b"
    r"|\bno (?:me|nos|estoy|estamos) (?:interesa|interesad)|\bno,? (?:gracias|lo siento|puedo ayudar)|\bno (?:puedo|podemos|podre|quiero|deseo)(?: \w+){0,2} (?:ayudar|atender|participar|aceptar|hablar|colaborar|reunir|dar)\w*|\btengo que (?:rechazar|declinar)|\bdebo (?:rechazar|declinar)|\blamentablemente no\b(?! (?:el|este|esta|puedo el))|\bno (?:va a ser|sera|es) posible\b(?!.{0,20}(?:lunes|martes|jueves|viernes|semana|hoy|manana))|\bno tengo interes"
    r"|\bnon (?:sono|siamo) interessat|\bno,? grazie|\bnao,? obrigad|\bnao (?:tenho interesse|estou interessad)|\bniet ge[i]nteresseerd|\bgeen interesse|\bnee,? (?:bedankt|dank)"
    r"|" + languages.NO
)

# A "no" among other words: "it's a no from me", "of course not".
NO_TOO = re.compile(
    r"(?:^|[.!?;:,-] ?|\b(?:so|but|and|is|a|say|saying|sorry|afraid|answer's|it's|then|to be|still) )no\b(?=\W*$|[.!?]|,? ?(?:from|for me|i'm|i am|i can|i won|i don|i will|sorry|thank|not))(?! (?:problem|worries|rush|later|one))|\b(?:of course|certainly|absolutely|definitely|surely|probably|maybe|preferably|sure|ok|yes|i'd say|sadly|obviously|most likely|likely)\W{1,4}not\b(?=\W*$|[.!,])|(?:\bnot|n't) (?:something|anything|for (?:me|us)\b|my (?:thing|field|call)|our)\b"
    r"|(?:\bnot|n't) (?:going to |gonna )?be (?:able|available|possible)\b(?! (?:on|until|till|before|at|that|then|this|next|today|tomorrow|\w+day|to (?:make|do|meet|talk|speak|come|attend|join)))|\bnothing (?:i|we) can\b|\bforbid\w*\b|\b(?:under|signed|have) an? nda\b|\bnon-?disclosure\b|\bturn (?:you|this|it|that|the \w+) down\b|\bsay no\b|\bsit (?:this|that|it) (?:one )?out\b|(?:\bnot|n't) have anything\b|(?:\bdo|\bdoes|\bwill|\bwould) not (?:allow|permit|let (?:me|us))\b|(?:does|do|wo|would)n't (?:allow|permit|let (?:me|us))\b|\bnot (?:allowed|permitted|comfortable|authori[sz]ed)\b|^\W*(?:i'm|im|i am|we're) good\W*$|\btoo much on my plate\b|\bplate is full\b|\bis no,? (?:i|sorry|thank)|\bi decline\b|\bdecided (?:not to|against)\b|\bmust say no\b|^\W*not (?:right )?for (?:me|us)\b|^\W*not right\b|\bto say no\b|\b(?:someone|anyone|somebody) other than me\b"
    r"|\b(?:look|try|ask|search) elsewhere\b|\b(?:have|got|i've) nothing (?:to (?:offer|say|add|tell|contribute)|for you)\b|\b(?:don't|do not|dont|won't) (?:talk|speak) about (?:it|this|that|my|these)\b"
    r"|\bsooner not\b|\bdisappoint you\b|\b(?:muss|mussen) (?:ich |wir )?(?:sie|dich|ihnen) (?:leider )?enttausch"
)
# "I don't answer these": a negation of what I do, will or can.
I_DO_NOT = re.compile(
    r"\b(?:i|we|my (?:company|employer|firm|boss|manager)|our (?:company|firm|team|legal team|policy|office))(?:'m|'re|'ll|'d)?(?: (?:am|are|do|does|will|would|can|could|should|shall|is|really|just|also|simply|honestly|generally|usually|still))* ?(?:not|n't|never|cannot|can't|don't|won't|wouldn't|couldn't|doesn't|isn't|aren't|dont|wont|cant)\b(?! (?:only|be (?:happier|better)|know|understand|see (?:any|an|the|your|it|what)|remember|recall|receiv|get (?:your|the|it|what)|recogni|find (?:your|the|it|any)|heard|hear (?:from|back)|have (?:your|a (?:strong|preference)|any (?:preference|objection|problem))|mean|forget|follow (?:you|what|your)|aware|believe (?:it|how)|thought|realis|realiz|read|open))"
)

# The talk that was agreed is off.
CANCEL = re.compile(
    r"\bcancel|\bcall(?:ing)? (?:it|this|that|our \w+|the \w+) off\b|\bcall off\b|\bscrap (?:it|our|the|this)\b|\b(?:remove|delete|drop|take) (?:the|our|this|that|my) (?:meeting|call|event|appointment|invite|lunch|chat|zoom)|\b(?:can't|cannot|cant|won't|wont|not able to|unable to|not going to|not gonna|will not|no longer)(?: be able to| going to)? (?:make it|attend|come|meet|be there|join|do it|do this)(?: \w+){0,3} (?:anymore|any more|after all|any longer)\b"
    r"|\bno longer (?:able to |going to |can )?(?:make|attend|come|meet|join|need)\b|\bneed to back out\b|\bbacking out\b|\bno need (?:to meet|for the (?:meeting|call))|\bmeeting is off\b|\bcall is off\b"
    r"|\b(?:termin|treffen|gesprach|telefonat)\b[\w ]{0,30}\b(?:absagen|stornieren|ausfallen|streichen)|\bsage?n? (?:\w+ ){0,4}ab\b|\babsage\b|\bannul(?:er|e|ons|ez|ation)\b|\bdecommand|\bsupprimer (?:le rendez|la reunion)|\bcancel(?:o|ar|amos|ado|ada)\b|\banular\b|\bsuspender (?:la|el|nuestr)|\bdisdire\b|\bannullare\b|\bdesmarcar\b|\bafzeggen\b"
    + languages.CANCEL
    + r"|\b(?:strike|remove|delete|take) (?:\w+ ){1,3}(?:from|off|out of) (?:your|the) (?:calendar|diary|schedule)\b|\bdoch nicht (?:kommen|schaffen|teilnehmen|dabei)\b|\bstreich\w* (?:sie )?(?:bitte )?(?:den|unser\w*|das) (?:termin|treffen|gesprach)"
)
RESCHEDULE = re.compile(
    r"\bre-?sc?hedul|\breshedul|\bre-?arrange\b|\bre-?book\b|\bpostpone|\bput (?:it|this|that|our \w+|the \w+) off\b|\brain ?check\b|\bpush(?:ing)? (?:it|this|that|our|the|my|back|out|off|to|until|today|tomorrow|\w+day)\b|\b(?:move|shift|bump|delay|adjust|swap)(?:ing)? (?:it|this|that|our|the|my|today's|tomorrow's|back|up|\w+day's)\b|\bmove (?:\w+ ){0,2}(?:meeting|call|appointment|lunch|chat)|\bchange (?:the|our|my) (?:time|date|day|meeting|appointment|call|plans|slot|lunch|schedule)"
    r"|\bfind (?:another|a new|a different|some other) (?:time|date|day|slot)|\bset (?:up )?(?:another|a new|a different) (?:time|date|day)|\b(?:another|different) (?:time|day) for (?:our|the)|\bverschieb|\bverleg(?:en|t)\b|\bneuen termin\b|\banderen termin\b|\bumplanen\b|\bumbuchen\b|\breporter\b|\bdeplacer\b|\bdecaler\b|\breplanifier|\breprogram|\bposponer|\baplazar|\bmover (?:la|el|nuestr)|\bcambiar (?:la (?:cita|fecha|hora|reunion)|el dia)|\brimandare\b|\bspostare\b|\badiar\b|\bremarcar\b|\bverzetten\b|\bverplaatsen\b"
    + languages.RESCHEDULE
)


# A no that no later word softens into "ask me later".
NO_FIRMLY = re.compile(
    r"\bnot? (?:\w+ )?(?:interest|thank)|\b(?:no way|never|hard pass|forget it|refuse|policy|nein danke|kein interesse|pas interesse|non merci|no gracias)\b|\bno,? thanks?\b"
)
