"""Answers that are neither yes nor no: a job suspected, somebody else named, the telephone preferred.

Patterns for folded text, like those of `intent_words`.
"""

import re

THINKS_JOB = re.compile(
    r"(?:\b(?:not|no longer)|n't)(?: \w+){0,2} (?:hiring|recruiting)\b|\b(?:hiring|recruitment) freeze\b|(?:\b(?:no|not|any|current|job)|n't(?: have)?)(?: \w+){0,3} (?:openings?(?! (?:next|this|on|at|in the|tomorrow|today|\w+day))|vacanc\w+|open (?:positions?|roles?)|internships?|job openings?|headcount|traineeships?)\b|\bno (?:\w+ )?(?:jobs?|positions?|roles?|opportunit\w+|opening|placements?)\b|\b(?:human resources|\bhr\b|recruit(?:ing|ment|er)s?|talent acquisition|careers? (?:page|site|website|portal))\b"
    r"|\b(?:send|forward|submit|share|e-?mail|attach)(?: me| us| over| along| in)? (?:a copy of )?(?:your|a|the) (?:current |updated |latest )?(?:resume|cv|curriculum)\b|\bapply (?:online|through|via|at|on|directly|here|for)\b|\b(?:your|an|job|all|unsolicited) applications?\b|\bjob (?:posting|opening|application|ad|inquir|enquir|interview|seeker|offer|search)\w*|\blooking for (?:a |your )?(?:job|work|employment|position|internship)\b|\b(?:offer|give|get|find) you a (?:job|position|role|internship)\b|\bwe (?:currently )?(?:do not|don't) (?:\w+ )?(?:hire|recruit|accept applications)|\bcandidates?\b"
    r"|\bkeine (?:offenen |freien )?(?:stellen?|jobs?|positionen|praktika|praktikumsplatze|vakanzen)\b|\bbewerb\w*|\bpersonalabteilung\b|\bstellen(?:anzeigen?|ausschreibung\w*|angebot\w*|markt|portal)\b|\bkarriere(?:seite|portal)\b|\beinstellungs\w+|\bstellen (?:\w+ ){0,3}(?:niemanden|keine) (?:\w+ )?ein\b|\blebenslauf\b"
    r"|\b(?:pas|aucun|plus)(?: de| d')? ?(?:\w+ ){0,2}(?:postes?|recrut\w+|embauch\w+|stages?|emploi)\b|\brecrut\w*|\bcandidatures?\b|\bressources humaines\b|\benvoye[zr] (?:\w+ ){0,2}(?:votre|ton) cv\b|\boffres? d'emploi\b"
    r"|\bvacantes?\b|\brecursos humanos\b|\bcontratando\b|\bcontrataci\w+|\bbolsa de (?:trabajo|empleo)\b|\bofertas? de (?:trabajo|empleo)\b|\b(?:su|tu) (?:curriculum|cv|hoja de vida)\b|\bpuestos? (?:vacantes?|disponibles?|libres?)\b"
)
SOMEONE_ELSE = re.compile(
    r"\b(?:contact|ask|try|speak (?:to|with)|talk (?:to|with)|reach out to|write (?:to )?|e-?mail|get in touch with|touch base with|follow up with|connect with|go to|approach) (?:my |our |the |a )?(?!me\b|us\b|you\b|again|later|back|if|when|and|or|about|the (?:phone|time|question)|me\.)(?:colleagues?|boss|manager|assistant|secretary|friend|coworker|co-worker|team|supervisor|director|head|person|people|department|office|someone|somebody|mr|mrs|ms|dr|prof|him|her|them|[a-z]+ [a-z]+ (?:in|at|from|who|on|of)\b|[a-z]+ (?:in|from|at|who|instead)\b|[\w.+-]+@)"
    r"|\b(?:refer|connect|introduce|direct|point|redirect) you (?:to|with|toward|towards)\b|\bput(?:ting)? you in (?:touch|contact)\b|\b(?:better|right|best|more suitable|correct|appropriate|ideal) (?:person|contact|placed|suited|positioned|equipped|one to|people)\b|\b(?:someone|somebody|anyone) else\b|\bmy (?:colleague|coworker|co-worker|assistant|successor)\b|\b(?:cc'?d|cc'?ing|ccing|copied|copying|looping in|looped in|adding|added) (?:in |to )?(?:my|our|the|him|her|them|here|\w+ \w+|\w+)\b(?! (?:it|this|to|that))(?=.{0,60}(?:colleague|who|here|on this|cc|to this|he|she|they|$))|(?<!look )(?<!looking )\b(?:forward(?:ed|ing)?|pass(?:ed|ing)?) (?:\w+ ){0,3}(?:on )?(?:to|along)\b|\binstead of me\b|\bnot the (?:right|best) (?:person|one)\b|\b(?:would|can|could|might) be (?:a )?(?:better|more helpful|more useful)(?: person| one)? (?:than me|to (?:talk|speak|ask|help))"
    r"|\bwenden sie sich\b|\bwende dich\b|\b(?:meine[nmr]?|unsere[nmr]?|eine[nmr]?) (?:kolleg\w+|chef\w*|vorgesetzt\w+|assistent\w+|nachfolger\w*)\b|\bansprechpartner\w*|\bweiter(?:ge)?leite\w*|\bleite (?:\w+ ){0,4}weiter\b|\b(?:der|die|den) (?:richtige|passende|falsche)n? (?:person|kontakt|adresse|mann|frau|ansprech\w+)|\bfragen sie (?:\w+ ){0,2}(?:herrn|frau|bei|meine|unsere|doch)\b|\bjemand(?:en|em)? ander\w+"
    r"|\badresse[rz](?:-| )(?:vous|toi)\b|\b(?:contactez|contacte|demandez a|voyez avec|ecrivez a|appelez) (?!moi|nous|me)(?:plutot |ma |mon |notre |le |la |m\.|mme|monsieur|madame|\w+ )|\b(?:mon|ma|une?) collegue\b|\b(?:la|le) bon(?:ne)? (?:personne|interlocut\w+)|\btransm(?:is|ets|ettre)\b|\bquelqu'un d'autre\b|\bmettre en (?:contact|relation)\b"
    r"|\b(?:mi|un|una|nuestr[oa]) (?:companer[oa]|colega|jef[ea])\b|\bdirij\w+ a\b|\bpong\w+ en contacto con (?!migo|nosotros)|\b(?:contacte|contacta|habla|hable|escribe|escriba|pregunt\w+) (?:con|a|al) (?!mi\b|nosotros)|\bla persona (?:adecuada|indicada|correcta)\b|\breenvi\w+|\botra persona\b"
)
PHONE = re.compile(
    r"\b(?:call|phone|ring|telephone|dial) me\b|\bgive me a (?:call|ring|buzz|bell|shout)\b|\b(?:by|over the|on the|via|per) (?:tele)?phone\b|\b(?:phone|telephone) (?:call|chat|conversation|instead|would|is|works?|easier|rather)\b|\b(?:do|have|hop on|jump on|prefer|rather|quick|short|brief|minute) (?:a |have a )?(?:quick |short |brief )?(?:\w+[- ]minute )?(?:phone )?call\b|\bmy (?:direct )?(?:number|cell|mobile|phone|direct line|extension|telephone)(?: number)? ?(?:is|:|=)|\breach me (?:at|on) \+?[\d(]|\bcall (?:instead|rather|is (?:easier|better))\b|\b(?:zoom|teams|video call|google meet|skype|facetime) (?:instead|rather|would|call (?:instead|rather))"
    r"|\b(?:rufen sie|ruf|rufe) (?:mich|uns)\b|\btelefonisch\b|\b(?:per|am) telefon\b|\btelefonat\b|\btelefonieren\b|\bmeine (?:\w+)?(?:nummer|durchwahl)\b|\bunter (?:der )?(?:nummer )?[+0][\d /-]{6,}|\b(?:par|au) telephone\b|\bappele[zr]?[- ]moi\b|\bm'appeler\b|\bmon (?:numero|portable)\b|\btelephon(?:er|ique|iquement)\b|\bpor telefono\b|\btelefonicamente\b|\blla(?:m|me)[ae]?me\b|\bllamarme\b|\bmi (?:numero|telefono|movil|celular)\b|\bper telefono\b|\bpor telefone\b|\btelefonisch\b|\b(?:bel|belt u) (?:me|mij)\b"
)
# "I am happy to talk": about the talk itself, not about an application.
WILLING_TO_TALK = re.compile(
    r"\b(?:happy|glad|delighted|pleased|willing|love|open|keen|free|time) (?:to|for) (?:\w+ ){0,2}(?:talk|chat|speak|meet|share|answer|discuss|tell|call|coffee|conversation)|\b(?:let'?s|we can|we could|can we|i can) (?:\w+ )?(?:talk|chat|speak|meet)\b|\b(?:gern|gerne)\b|\bavec plaisir\b|\bvolontiers\b|\bcon (?:mucho )?gusto\b|\bencantad[oa]\b"
)
# They would have somebody else do it.
RATHER_THEM = re.compile(
    r"\b(?:instead|rather|better|best person|right person|more (?:helpful|useful|suitable)|refer|forward(?:ed|ing)|pass(?:ed|ing)? (?:\w+ ){0,3}(?:on|to|along)|connect you|introduce you|direct you|put(?:ting)? you in (?:touch|contact)|not me|lieber|besser|weiter\w*|plutot|mejor|reenvi\w+|transm\w+)\b"
)
PHONE_AFTER_ALL = re.compile(
    r"\b(?:but|aber|mais|pero|instead|rather|could|can|happy|lieber|plutot|mejor)\b.{0,60}(?:call|phone|ring|telefon|telephon|telefon|anrufen|ruf|appel|llam)"
)
NO_PHONE = re.compile(
    r"\b(?:do not|don't|dont|never|not|no|without|instead of|rather than|please don't|nicht|kein\w*|ne|pas|no me)(?: \w+){0,3} (?:call|phone|calls|phoning|telephon\w*|telefon\w*|anrufen|anrufe|appel\w*|llam\w*|ring)\b|\b(?:call|ruf\w*|rufen sie) (?:me|mich) (?:not|nicht)\b"
)
NO_TIME = re.compile(
    r"(?:\b(?:no|not|without|enough|little)|n't)(?: \w+){0,3} (?:time|capacity|bandwidth|availability)\b|\btoo busy\b|\bon my plate\b|\bplate is full\b|\b(?:schedule|calendar|diary) is (?:\w+ )?(?:full|packed|jammed)\b|\b(?:very|really|extremely|super|so|quite|far too|way too|currently|just|crazy|insanely) (?:busy|swamped|slammed|stretched)\b|\b(?:swamped|slammed|snowed under|overloaded|overwhelmed|stretched thin|flat out|up to my (?:neck|ears|eyes)|inundated)\b|\bkeine (?:zeit|kapazitat\w*)\b|\bausgelastet\b|\bzu (?:viel|beschaftigt)\b|\bpas (?:le|de|assez de) temps\b|\bdebordee?\b|\btrop (?:occupee?|charg\w+)\b|\bno tengo (?:\w+ )?tiempo\b|\bsin tiempo\b|\bmuy (?:ocupad|liad)[oa]\b"
)
# Answers to something else: a question about the request, a remark on the weather.
NOT_ABOUT_IT = re.compile(
    r"\bwho (?:are|is) (?:you|this)\b|\bhow did you (?:get|find)\b|\bwhere did you (?:get|find)\b|\bwhat (?:is|are) (?:this|it|you) (?:about|for|asking|selling|trying)\b|\bwhat do you want\b|\bdo i know you\b|\bwrong (?:number|person|address|e-?mail)\b|\bare you (?:selling|a bot|real|serious|kidding)\b|\bkidding\b|\bwer sind sie\b|\bworum geht\b|\bqui etes-vous\b|\bquien (?:eres|es usted)\b"
)
