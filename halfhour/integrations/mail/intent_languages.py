"""The same answers in Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish and Japanese.

Only pieces of patterns, for folded text (no accents, lower case); `intent_words` and `time_words` join them to those
of the languages they hold themselves. A word of denial counts in any language, also where no yes is known.
"""

from halfhour.integrations.mail.folding import fold

WEEKDAYS = (
    r"lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|segunda(?:-feira)?|terca(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|amanha|"
    r"maandag(?:ochtend|middag|avond)?|dinsdag(?:ochtend|middag|avond)?|woensdag(?:ochtend|middag|avond)?|donderdag(?:ochtend|middag|avond)?|vrijdag(?:ochtend|middag|avond)?|zaterdag|zondag|"
    r"mandag|tirsdag|onsdag|torsdag|fredag|lordag|mandagen|tisdag|onsdagen|torsdagen|fredagen|imorgon|i morgen|"
    r"maanantai(?:na)?|tiistai(?:na)?|keskiviikko(?:na)?|torstai(?:na)?|perjantai(?:na)?|huomenna|"
    r"poniedzialek|wtorek|sroda|srode|czwartek|piatek|jutro|montag(?:vormittag|nachmittag|mittag|abend)|dienstag(?:vormittag|nachmittag|mittag|abend)|mittwoch(?:vormittag|nachmittag|mittag|abend)|donnerstag(?:vormittag|nachmittag|mittag|abend)|freitag(?:vormittag|nachmittag|mittag|abend)"
)
YES = (
    r"\bvolentieri\b|\bcon (?:molto )?piacere\b|\b(?:certo|certamente)\b|\bd'accordo\b|\bva (?:benissimo|bene)\b|\bcom (?:todo )?(?:o )?prazer\b|\bsera um prazer\b|\bclaro(?: que sim)?\b|\bcombinado\b|\bcon piacere\b"
    r"|\bgraag\b(?! (?:een andere|geen|niet))|\b(?:dat|dit|prima)? ?(?:is goed|komt goed uit|lukt|schikt)\b|\bdoen we\b|\bafgesproken\b|\bmet plezier\b|\b(?:det )?(?:gor|gjor) jag garna\b|\bgarna\b|\bsjalvklart\b|\bjavisst\b|\bdet (?:gar|fungerar|passar|passer|fint) (?:bra|fint|fint for mig)\b|\bgerne\b|\bdet vil jeg gjerne\b|\bgjerne\b|\bselvfolgelig\b|\bmed glaede\b"
    r"|\bmielellani\b|\bsopii\b|\bkay(?: hyvin)?\b|\btottakai\b|\b(?:bardzo )?chetnie\b|\bz przyjemnoscia\b|\boczywiscie\b|\bjasne\b|\bzgoda\b|\bpasuje\b|\bcount on me\b|"
    + fold("喜んで|承知|了解|もちろん|大丈夫です|ぜひ").text
    + r""
    r"|\bbin ich (?:\w+ )?dabei\b|\b(?:pode|pode-se|conte|podem) (?:contar )?comigo\b|\bmit vergnugen\b|\bavec grand plaisir\b|\bnaturalmente\b"
    r"|\bcom certeza\b|\babsolut\b|\blater bra\b|\blyder godt\b|\bhores bra ut\b|\bkan vi godt\b|\bdet kan vi\b|\btotta kai\b|\btietysti\b|\bnatuurlijk\b|\bnaturlig(?:t|vis)\b"
)
OFFERS = (
    r"|\bche ne (?:dice|dici|pensa)\b|\b(?:le|ti) (?:va|andrebbe)\b|\bpode ser\b|\bque tal\b|\bkun(?:t)? (?:je|u)\b|\bschikt\b|\bpassar\b|\bpasser\b|\bkan (?:du|vi|ni)\b|\bhva med\b|\bhvad med\b|\bvad sags om\b|\bsopisiko\b|\bsopii\b|\bmoze\b|\bpasuje\b|\bmozemy\b|\bwie war\b|\boui\b|\bsi\b|\bja\b|\bplease\b|"
    + fold("いかが|どう|空いて").text
    + r""
    + r"|\bschon\b|\bwel\b|\bsim\b|\btak\b|\bpossibile\b|\bpossivel\b"
)
NO = (
    r"\b(?:mi dispiace|purtroppo|spiacente)\b[^.!?\n]{0,20}\bnon (?:posso|riesco a) (?:aiutar|parlar|partecip|accett)|\bnon posso (?:aiutar|parlar|partecip|accett)\w*|\bnon mi interessa|\bnao (?:consigo|posso|poderei|vou poder) (?:ajudar|participar|aceitar|falar)|\bkan (?:ik|wij|we) (?:je|u|jou|jullie)?(?: hier| daar)?(?: mee| bij)?(?: \w+)? ?niet (?:mee )?(?:helpen|van dienst)|\bniet mogelijk (?:om )?(?:u|je) te\b|\bik (?:wil|ga) (?:dit |dat )?(?:liever )?niet\b|\bgeen (?:tijd|interesse)\b"
    r"|\b(?:kan|kommer) (?:jag|vi|jeg)?(?: tyvarr| desvaerre| dessverre)* ?(?:inte|ikke)(?: att)?(?: kunna)? (?:hjalpa|hjaelpe|hjelpe|stalla upp|delta|vara med)|\b(?:jag|jeg) (?:kan|vill|vil|onsker) (?:tyvarr |desvaerre |dessverre |heller )?(?:inte|ikke)\b(?![^.!?\n]{0,20}(?:dag\b|klockan|kl\.?))|\bnej,? tack\b|\bnej,? tak\b|\bnei,? takk\b|\binte intresserad\b|\bikke interesser"
    r"|\ben (?:voi|pysty|halua|ehdi) (?:auttaa|osallistua|puhua|valitettavasti)|\bvalitettavasti en (?:voi|pysty|ehdi)\b|\bei kiitos\b|\ben ole kiinnostunut|\bnie (?:moge|jestem w stanie|chce) (?:pomoc|pomagac|rozmawiac|wziac)|\bnie dziekuje\b|\bnie jestem zainteresowan|\bniestety (?:nie moge|musze odmowic)\b(?! (?:w |we ))|\bmusze odmowic\b|"
    + fold("お断り|遠慮させ|ご遠慮|お力になれ|お受けでき|興味(?:は|が)?(?:ありません|ない)").text
    + r"|\b(?:das|dies) (?:mochte|will) ich nicht\b|\bmochte ich (?:lieber )?nicht\b"
    r"|\b(?:prefiero|preferiria|preferisco|preferirei|prefiro|preferia) (?:di |que )?(?:no|nao)\b|\b(?:prefere|prefererais) (?:ne pas|que non)\b|\b(?:cela|ca|ceci) ne (?:m'|nous |me )(?:interesse|concerne|dit)|\bale nie\b|^\W*nie\W*$|\b(?:grundsatzlich|prinzipiell|generell) (?:nicht|keine?\w*)\b|\b(?:gebe|mache|fuhre) (?:ich )?(?:\w+ )?keine (?:auskunft|interview|gesprach|termin)\w*"
)
NEVER = (
    r"|\bneem (?:a\.?u\.?b\.? |alstublieft )?geen contact\b|\b(?:schrijf|mail|bel) (?:me|mij) (?:niet|nooit) meer\b|\b(?:kontakta|skriv|ring|maila) (?:mig|inte|aldrig)(?: inte| aldrig| ikke)? ?(?:igen|mer|mera|till mig)\b|\b(?:kontakt|skriv|ring) (?:mig|meg|ikke|aldri(?:g)?) ?(?:ikke|aldri(?:g)?)?(?: til m[ei]g)? ?(?:igen|igjen|mere|mer)\b|\bala (?:enaa |ikina )?(?:ota yhteytta|kirjoita|soita)|\balkaa (?:enaa )?ottako\b|\bprosze (?:wiecej |juz )?(?:nie|o niekontakt)\w* ?(?:pisac|dzwonic|kontaktowac|wiecej)?\b(?=.*(?:wiecej|juz|kontakt|pisac|dzwonic))|\bnie (?:pisz|dzwon|kontaktuj)\w*\b(?=.*(?:wiecej|juz))|\bnao (?:me )?(?:volte a|torne a) \w+|\bpare de (?:me )?\w+ar\b|\bnon (?:scrivermi|contattarmi|chiamarmi)|\bnon mi (?:contatti|scriva|chiami|scrivere|cerchi)|"
    + fold("二度と|連絡しないで|メールしないで|送らないで|配信停止").text
    + r""
    + r"|\bunterlass\w* (?:sie )?(?:\w+ ){0,2}(?:zuschrift|anfrage|nachricht|mail|schreiben|kontakt)\w*|\bwant any (?:more |further )?(?:mails?|letters?|post)\b|\bcess(?:ez|e) de\b(?=.{0,20}(?:contact|ecri|envoy|appel))"
)
CANCEL = (
    r"|\b(?:scrap|ditch|drop|skip|axe|bail on|back out of|pull out of|withdraw from|nix|call off) (?:[\w']+ ){0,3}(?:meetings?|calls?|chats?|talks?|appointments?|lunch|coffee|events?|invite|conversations?|interviews?)\b|\b(?:devo|dobbiamo) (?:disdire|annullare)|\b(?:preciso|tenho que|temos que) (?:cancelar|desmarcar)|\bmoet (?:\w+ ){0,4}(?:afzeggen|annuleren)|\b(?:maste|behover) (?:stalla in|avboka)|\bavboka|\bstalla in\b|\b(?:ma|skal|bliver nodt til at) (?:\w+ )?(?:aflyse|avlyse)|\baflyse\b|\bavlyse\b|\bperua\b|\bperuttava\b|\bodwolac\b|"
    + fold("キャンセル|中止").text
    + r""
    + r"|\b(?:take|remove|delete|strike) (?:it|this|that|me) (?:out of|off|from) (?:your|the) (?:calendar|diary|schedule)\b|\b(?:gesprach|termin|treffen) (?:muss|wird) (?:\w+ )?ausfallen\b"
    r"|\bentfall(?:t|en)\b"
)
RESCHEDULE = (
    r"|\bpostpon|\bflytta (?:motet|samtalet|var)|\bflytte (?:modet|motet|vores|samtalen)|\bsiirtaa\b|\bprzelozyc\b|\bprzesunac\b|\brinviare\b|\bremarcar\b|"
    + fold("日程(?:を|の)?変更|延期").text
    + r""
)
LATER = (
    r"|\b(?:le|ti|vi) faccio sapere\b|\bdevo (?:controllare|verificare|sentire)|\b(?:dou|darei|te dou) (?:uma )?(?:resposta|retorno)\b|\b(?:aviso|confirmo) (?:depois|amanha|na proxima)|\blaat (?:ik )?(?:het )?(?:je|u|jou)? ?(?:het )?(?:\w+ ){0,3}weten\b|\bkom(?:t)? (?:ik )?(?:hier |er )?(?:later )?op terug\b|\bmoet (?:ik )?(?:\w+ ){0,3}(?:overleggen|kijken|nagaan)\b|\baterkommer\b|\b(?:vender|kommer) tilbage\b|\bpalaan (?:asiaan|tahan)|\b(?:odezwe|odpisze|dam znac)\b|\bje vous (?:reponds|repondrai|fais signe|tiens)\b|"
    + fold("改めて(?:ご)?連絡|確認して|後ほど|検討し").text
    + r""
    + r"|\bje dois (?:d'abord |encore )(?:\w+ )?(?:verifier|regarder|voir|reflechir|consulter|demander|en parler)|\bdevo prima\b|\bprimeiro (?:preciso|tenho)|\b(?:nach (?:dem|den|der)|apres (?:les|la|l'|le)|despues del?|tras (?:el|la|las)|dopo (?:le|la|l'|il)|depois d[aoe]s?|na de|efter|po|etter) ?(?:sommer|ferien|urlaub|messe|quartal|projekt|vacances|ete|rentree|fetes|verano|vacaciones|navidad\w*|estate|vacanze|feste|ferie|ferias|verao|zomer|vakantie|sommaren|semestern|ferien|sommeren|wakacjach|urlopie)\b|\bkesan jalkeen\b|\bask me (?:again )?in\b"
)
COUNTER = r"|\b(?:preferirei|meglio|preferiria|prefiro|liever|hellere|heller|hellre|mieluummin|raczej|wolalbym|wolalabym)\b"
ASK_TIMES = (
    r"|\bwelke (?:dag|datum|tijd)\w*|\bnar (?:passar|passer|kan|har|skulle)\b|\bhvornar\b|\bvilken dag\b|\bmilloin\b|\bkiedy\b|\bquale giorno\b|\bqual (?:dia|horario)\b|"
    + fold("いつ(?:が|ごろ|頃|なら)|何時|ご都合").text
    + r""
)
CANNOT = r"|non posso|non riesco|nao posso|nao consigo|nao da|kan (?:ik |je )?(?:helaas )?niet|lukt (?:\w+ )?niet|past (?:\w+ )?niet|kommt nicht infrage|kan (?:jag |jeg |tyvarr |desvaerre |dessverre )*(?:inte|ikke)|en (?:valitettavasti )?(?:paase|ehdi|pysty|voi)|ei (?:kay|sovi|onnistu)|nie moge|nie dam rady|nie pasuje|impossible"
DENIALS = r"|infelizmente|nunca|jamais|nej|nei|ingen|inget|inga|aldrig|aldri|ej|desvaerre|dessverre|ei|valitettavasti|en (?:voi|pysty|halua|ehdi|ole|paase|tule|mina)|emme|nikdy|bohuzel|neni|nechci|nemohu|nemuzu|sajnos|nincs|soha|нет|не|никогда|к сожалению|hayir|maalesef|degil|istemiyorum|scrap\w*|ditch\w*|bail\w*|withdraw\w*|pull out|call(?:ed|ing)? (?:it |this |that )?off|back out|drop(?:ping)? (?:out|it|this|the|our)|skip\w*|give (?:it|this|that) a miss|turn\w* down|forget (?:it|about)|waste\w*|absagen|ablehn\w+|verzicht\w*|renonce\w*|refus\w+|rechaz\w+|rifiut\w+|recus\w+|odmow\w*|odmaw\w*|avsta\w*|avboj\w*|afsla\w*|afwijz\w*|kieltaydy\w*"
DENIALS_JOINED = fold(
    "ません|ない(?:です|と|の|。|$)|できな|無理|難しい|残念|あいにく|遠慮|断り|不要|不行|不能|没空|沒空|抱歉|不方便|안 ?됩니다|어렵|죄송|لا |آسف|לא |अफ़सोस|नहीं"
).text
