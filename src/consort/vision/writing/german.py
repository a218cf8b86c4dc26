"""What the checks look for in German. Endings stand for the forms of a word."""

import re

from consort.vision.writing.words import Words, any_of

CHANGES = (
    r"(?:zu)?steiger[nt]|erhöh(?:en|t)|anheben|heben|wachsen|senken|reduzieren|verringern|kürzen|verkürzen|halbieren|"
    r"verdoppeln|verdreifachen|erreichen|gewinnen|sparen|einsparen|verdienen|liefern|verkaufen|abschließen|beantworten|"
    r"besetzen|zertifizieren|ersetzen|tilgen|verlieren|bedienen|fertigstellen|ausweiten|erweitern|beschleunigen|"
    r"bringen|"
    r"werden|machen|anschließen|schließen|drücken|bekommen|binden|verlagern|überführen|abbauen|freigeben|lösen|zahlen|"
    r"auszahlen|ausliefern|übergeben"
)
ACTIVITIES = (
    r"einführen|einzuführen|einführung(?: \w+)?|aufbauen|aufbau|erstellen|erstellung|durchführen|durchführung|"
    r"organisieren|entwickeln|entwicklung(?= (?:eine|der|des|von))|umsetzen|umsetzung|veranstalten|schulen|"
    r"installieren|ausrollen|rollout|einrichten|einrichtung|vorbereiten|schreiben|starten|migrieren|veröffentlichen|"
    r"konzipieren|anschaffen|kaufen|beschaffen|beschaffung|besuchen|dokumentieren|testen|pilotieren|einstellen|"
    r"planen|abhalten|digitalisieren|automatisieren|modernisieren|umbauen|aktualisieren|verschicken|versenden|"
    r"vorstellen|renovieren|bauen|definieren|implementieren|implementierung|etablieren|etablierung"
)
STUDIES = (
    r"prüfen|überprüfen|prüfung|untersuchen|untersuchung|analysieren|analyse|bewerten|bewertung|evaluieren|evaluation|"
    r"evaluierung|erörtern|diskutieren|überlegen|sondieren|beobachten|ermitteln|erkunden|nachdenken|verstehen|"
    r"erforschen|"
    r"identifizieren|sichten"
)
VAGUE = (
    r"verbesser(?:n|t|ung|ungen)|optimier(?:en|t|ung)|stärk(?:en|t|ung)|unterstütz(?:en|t|ung)|förder(?:n|t|ung)|"
    r"vorantreiben|voranbringen|fokussieren|ausbauen|ausbau|weiterentwickeln|weiterentwicklung|sicherstellen|"
    r"sicherstellung|gewährleisten|intensivieren|intensivierung|vertiefen|befähigen|arbeiten an|kümmern|angehen|"
    r"adressieren|professionalisier(?:en|ung)|begleiten|beleben|ermöglichen|gestalten|auseinandersetzen"
)
HEDGES = (
    r"versuchen|zu versuchen|anstreben|angestrebt|streben|bemühen|bestreben|beabsichtigen|möchten|möchte|hoffen|"
    r"könnte[n]?|sollte[n]?|unser bestes|hoffentlich|eventuell|vielleicht|würden gern"
)
KEEPS = (
    r"weiterhin|fortführ(?:en|ung)|fortsetz(?:en|ung)|beibehalt(?:en|ung)|halten|bleiben|bleibt|erhalten|"
    r"aufrechterhalt(?:en|ung)|weitermachen|bewahren|pflegen|wie bisher"
)
MONTHS = r"januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
NUMBERS = (
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    r"fünfzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|achtzig|neunzig|hundert|tausend"
)
AMOUNTS = (
    r"hälfte|halb so|ein drittel|ein viertel|ein fünftel|ein zehntel|doppelt so|null|halbieren|halbiert|verdoppeln|"
    r"verdoppelt|verdreifachen|beide|keine mehr"
)
PARTS = (
    r"teams?|abteilung(?:en)?|bereiche?|werke?|standorte?|regionen|kolleg\w+|vertrieb|entwicklung|marketing|finanzen|"
    r"produktion|service|einkauf|logistik|niederlassung(?:en)?"
)
INFLECTED = r"(?:e[rsnm]?)?"

WORDS = Words(
    lead=re.compile(r"\s*(?:(?:wir|ich)\s+)?(?:(?:wollen|werden|müssen|sollen)\s+)?", re.I),
    verbs=any_of(CHANGES, ACTIVITIES, STUDIES, VAGUE, KEEPS, r"vermeiden|verhindern|versuchen"),
    plain_verbs=re.compile(
        r"(?<!\w)(?:[a-zäöüß]{2,}(?:en|eln|ern|iert)|ist|sind|hat|haben|kann|können|wird|soll|kennt|weiß|findet|steht|"
        r"kommt|geht|gilt|läuft|trifft)(?!\w)"
    ),
    changes=any_of(CHANGES),
    activities=any_of(ACTIVITIES),
    activities_lead=False,
    studies=any_of(STUDIES),
    vague_verbs=any_of(VAGUE),
    outcome=any_of(r"sodass|so dass|damit|bis (?:alle|jede[rs]?|die|der|das) \w+ \w+t"),
    hedges=any_of(HEDGES),
    keeps=any_of(KEEPS),
    avoids=any_of(
        r"vermeid(?:en|ung)|verhinder(?:n|ung)|unterbinden|aufhören|nicht(?! nur)|kein(?:e[nrms]?)? \w+ mehr|"
        r"nie wieder|abwenden"
    ),
    passive=re.compile(
        r"\b(?:soll|sollen|muss|müssen|kann|können)\b.{1,90}?\b\w*(?:ge\w+|\w{3,}t|\w+en) werden\b|"
        r"\b(?:wird|werden)\b.{2,90}\b\w*(?:ge\w+(?:t|en)|[bve]e?r?\w+t|\w+iert)\b(?=[.,]?\s*$)",
        re.I,
    ),
    joins=re.compile(r"(?:,?\s+und(?: zugleich| gleichzeitig| dabei)?|;|,?\s+sowie|,?\s+außerdem|,?\s+plus)\s+", re.I),
    dates=any_of(
        r"(?:19|20)\d\d|q[1-4]|h[12]|kw ?\d{1,2}|[1-4]\. quartal|(?:erste[sn]?|zweite[sn]?|dritte[sn]?|vierte[sn]?|"
        r"nächste[sn]?|diese[sm]?|laufende[sn]?) (?:quartals?|halbjahre?s?)",
        rf"{MONTHS}|(?:bis|im|ende|anfang|mitte) mai|(?:\d{{1,2}}\. )mai",
        r"(?:in )?(?:diesem|dieses|im nächsten|nächsten|des kommenden|im kommenden|laufenden) (?:jahr(?:es)?|monats?|"
        r"sommer|winter|herbst|frühjahr)",
        r"(?:bis )?(?:zum )?(?:jahresende|quartalsende|monatsende|jahreswechsel)|bis (?:zum )?(?:sommer|winter|herbst|"
        r"frühjahr|freitag|montag|ostern|weihnachten)",
        rf"(?:innerhalb(?: von)?|binnen|in(?: den)?(?: nächsten| kommenden)?|innerhalb der nächsten) (?:\d+|"
        rf"eine[mrs]?|{NUMBERS}) (?:tage?n?|wochen?|monate?n?s?|quartale?n?|jahre?n?s?)",
        r"ende des (?:jahres|quartals|monats|zyklus)|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?",
    ),
    vague_dates=any_of(
        r"bald|baldmöglichst|zeitnah|so (?:schnell|bald|rasch) wie möglich|schnellstmöglich|mittelfristig|langfristig|"
        r"kurzfristig|demnächst|in (?:naher )?zukunft|künftig|zukünftig|perspektivisch|rechtzeitig|zügig|umgehend|"
        r"früher oder später|eines tages|irgendwann|auf (?:lange|längere) sicht|auf dauer|nach und nach|schrittweise"
    ),
    due_year=re.compile(
        r"\b(?:bis|vor|ende|anfang|mitte|q[1-4]|h[12]|quartal|"
        + MONTHS
        + r"|mai)\s+(?:ende |anfang |mitte )?((?:19|20)\d\d)\b",
        re.I,
    ),
    number_words=any_of(NUMBERS, AMOUNTS),
    from_there=any_of(
        r"von (?:rund )?(?:[€$£]?\d|" + NUMBERS + r"|null|keinem)[^;]{0,30}? auf",
        r"gegenüber|verglichen mit|im vergleich|heute|derzeit|aktuell|statt|anstatt|vorjahr\w*|ausgangswert|bisher|"
        r"zuletzt|"
        r"als (?:im|letztes|voriges) \w+|war(?:en)?",
    ),
    from_to=re.compile(
        r"\bvon\s+(?:heute\s+|derzeit\s+|"
        r"rund\s+)?[€$£]?(\d[\d.,]*)\s*[^\d\s,;]{0,12}(?:\s[^\d\s]+){0,2}\s*auf\s+(?:rund\s+)?[€$£]?(\d[\d.,]*)",
        re.I,
    ),
    by_percent=re.compile(r"\bum (?:mindestens |rund |weitere )?\d[\d.,]*\s*(?:%|prozent(?!punkt))", re.I),
    shares=any_of(
        r"\w*quote|\w*anteil\w*|\w*marge|\w*auslastung|\w*ausbeute|\w*rate|\w*grad|verfügbarkeit|liefertreue|"
        r"termintreue|"
        r"fluktuation|krankenstand|abdeckung|ausschuss"
    ),
    no_bound=any_of(
        rf"maximier(?:en|ung)|minimier(?:en|ung)|bestmöglich{INFLECTED}|so (?:viel|viele|wenig|wenige|hoch|niedrig|"
        rf"gering|groß|gut|kurz) wie möglich|"
        rf"möglichst|größtmöglich{INFLECTED}|geringstmöglich{INFLECTED}|höchstmöglich{INFLECTED}|optimal{INFLECTED}"
    ),
    comparatives=any_of(
        r"besser(?:e[rsnm]?)?|schneller(?:e[rsnm]?)?|(?<!nicht )(?<!keine )mehr(?! als)|weniger(?! als)|"
        r"höher(?:e[rsnm]?)?|niedriger(?:e[rsnm]?)?|"
        r"stärker(?:e[rsnm]?)?|größer(?:e[rsnm]?)?|einfacher(?:e[rsnm]?)?|günstiger(?:e[rsnm]?)?|enger(?:e[rsnm]?)?|"
        r"sicherer(?:e[rsnm]?)?|"
        r"attraktiver(?:e[rsnm]?)?|kürzer(?:e[rsnm]?)?|geringer(?:e[rsnm]?)?|leichter(?:e[rsnm]?)?|näher|"
        r"schlanker(?:e[rsnm]?)?|effizienter(?:e[rsnm]?)?|"
        r"moderner(?:e[rsnm]?)|flexibler(?:e[rsnm]?)?|zufriedener(?:e[rsnm]?)?|bekannter(?:e[rsnm]?)?"
    ),
    superlatives=any_of(
        r"führend(?:e[rsnm]?)?|\w*führer(?:schaft)?(?=[^\w-]|$)|nummer eins|nr\. ?1|best(?:e[rsnm]?)|spitzen\w+|"
        r"erste wahl|"
        r"wunscharbeitgeber|unschlagbar\w*|(?:die|der|das|den|zum|zur) (?:schnellst|größt|stärkst|günstigst|grünst|"
        r"beliebtest|attraktivst)e[rsnm]?|"
        r"am (?:schnell|größ|stärk|günstig)sten"
    ),
    vague_amounts=any_of(
        rf"deutlich{INFLECTED}|spürbar{INFLECTED}|erheblich{INFLECTED}|signifikant{INFLECTED}|wesentlich{INFLECTED}|"
        rf"merklich{INFLECTED}|"
        rf"stark|viele[rn]?|einige[rn]?|mehrere[rn]?|ausreichend{INFLECTED}|angemessen{INFLECTED}|"
        rf"hinreichend{INFLECTED}|genügend|massiv|"
        rf"sichtbar{INFLECTED}|verschiedene[rn]?|diverse[rn]?|nennenswert{INFLECTED}|drastisch|messbar{INFLECTED}|"
        rf"weitgehend|überwiegend"
    ),
    qualities=any_of(
        rf"gute?[rsnm]?|hervorragend{INFLECTED}|exzellent{INFLECTED}|hochwertig{INFLECTED}|modern{INFLECTED}|"
        rf"attraktiv{INFLECTED}|"
        rf"benutzerfreundlich{INFLECTED}|kundenfreundlich{INFLECTED}|zufrieden{INFLECTED}|robust{INFLECTED}|"
        rf"effizient{INFLECTED}|effektiv{INFLECTED}|"
        rf"nachhaltig{INFLECTED}|flexib(?:el|le[rsnm]?)|professionell{INFLECTED}|transparent{INFLECTED}|"
        rf"schlank{INFLECTED}|reibungslos{INFLECTED}|"
        rf"motiviert{INFLECTED}|zuverlässig{INFLECTED}|klar{INFLECTED}|agil{INFLECTED}|resilient{INFLECTED}|"
        rf"offene Kultur|begeistert{INFLECTED}|stabil{INFLECTED}"
    ),
    absolutes=any_of(
        rf"immer|nie(?! wieder)|niemals|100\s?%|100 prozent|null|ausnahmslos|vollständig{INFLECTED}|"
        rf"komplett{INFLECTED}|jederzeit|"
        rf"lückenlos{INFLECTED}|fehlerfrei{INFLECTED}|restlos|perfekt{INFLECTED}|kein(?:e[nrms]?)? einzige[nrs]?|"
        rf"jede[rsnm]? einzelne[rsnm]?|zu jeder zeit"
    ),
    means=any_of(
        r"durch|mittels|mithilfe|mit hilfe|indem|via|dank|anhand|unter einsatz|über (?:die|eine) (?:einführung|nutzung)"
    ),
    open_lists=any_of(
        r"usw\.?|und so weiter|und/oder|bzw\.?|beziehungsweise|z\. ?b\.?|zum beispiel|u\. ?a\.?|unter anderem|"
        r"und andere[s]?|et cetera|etc\.?|u\. ?ä\.?|"
        r"und vieles mehr|und ähnliche[s]?|und dergleichen"
    ),
    escapes=any_of(
        r"(?:wenn|falls|soweit|wo|sofern) (?:möglich|nötig|erforderlich|sinnvoll|notwendig)|nach möglichkeit|(?:nach|"
        r"bei) bedarf|"
        r"gegebenenfalls|ggf\.?|idealerweise|sofern|je nach|im rahmen der möglichkeiten|grundsätzlich|im prinzip|"
        r"vorbehaltlich|"
        r"abhängig von|falls|möglicherweise|vorzugsweise|soweit"
    ),
    jargon=any_of(
        rf"ganzheitlich{INFLECTED}|zukunftsfähig{INFLECTED}|synergien?|synergieeffekte?|exzellenz|"
        rf"operational excellence|leuchtturm\w*|weltklasse|"
        rf"mehrwert\w*|best[- ]practices?|quantensprung|zukunftssicher{INFLECTED}|mindset|(?:das )?nächste level|"
        rf"innovativ{INFLECTED}|disrupti\w+|"
        rf"agilität|customer centricity|kundenzentr\w+|datengetrieben{INFLECTED}|state of the art|ökosystem\w*|"
        rf"low[- ]hanging \w+|win[- ]win\w*|"
        rf"game[- ]?changer|purpose|empowerment|transformation|reise|leistungsfähigkeit"
    ),
    hollow_nouns=any_of(
        r"dinge|themen|maßnahmen|aktivitäten|aspekte|punkte|herausforderungen|sachen|strukturen|bereiche|faktoren|"
        r"elemente|"
        r"potenziale|lösungen|initiativen|rahmenbedingungen|thematik"
    ),
    unclear_groups=any_of(
        r"stakeholdern?|alle[n]? beteiligten|beteiligte[n]?|betroffene[n]?|relevante[nr]? (?:personen|stellen|akteure|"
        r"partner|gruppen|bereiche)|"
        r"die verantwortlichen|(?:den )?verantwortlichen|zuständige[n]? stellen?|anspruchsgruppen|alle seiten|"
        r"die richtigen (?:leute|personen)|entscheidungsträger"
    ),
    own=any_of(r"ich|mein(?:e[rsnm]?)?|mir|mich"),
    rivals=any_of(
        rf"(?:besser|schneller|mehr \w+|erfolgreicher|günstiger|stärker) (?:\w+ )?als (?:die |der |das |alle |"
        rf"den )*(?:andere[nrs]? )?(?:{PARTS}|anderen?)",
        rf"(?:die |das |der |den |zum |zur )?(?:beste[rsnm]?|stärkste[rsnm]?|erfolgreichste[rsnm]?|"
        rf"schnellste[rsnm]?) (?:{PARTS})",
        rf"(?:den |die |das )?(?:andere[nrs]? )?(?:{PARTS}) (?:schlagen|übertreffen|überholen|abhängen)|vor (?:allen|"
        rf"den) anderen (?:{PARTS})",
        r"internen? (?:ranking|vergleich) gewinnen",
    ),
    slogans=any_of(
        r"zuerst(?=[.!]?\s*$)|an erster stelle|im mittelpunkt|im zentrum|zählt(?=[.!]?\s*$)|ein team|"
        r"wir sind eine familie"
    ),
)
