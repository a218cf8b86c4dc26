"""What the checks look for in English."""

import re

from consort.vision.writing.words import Words, any_of

CHANGES = (
    r"increase|raise|grow|lift|rise|decrease|reduce|cut|lower|shorten|halve|double|triple|reach|achieve|bring|get|win|"
    r"gain|save|earn|retain|shrink|fall|drop|move|make|turn|deliver|ship|sell|free|close|answer|resolve|fill|certify|"
    r"qualify|connect|replace|repay|recycle|lose|serve|finish|expand|extend|speed up|slash|trim|hit|become|attract"
)
ACTIVITIES = (
    r"implement|launch|introduce|roll out|develop|create|organi[sz]e|hold|run|conduct|carry out|write|publish|build|"
    r"set up|establish|prepare|design|deploy|install|migrate|train|hire|recruit|start|kick off|visit|host|draft|"
    r"produce|"
    r"record|send|meet|attend|schedule|document|test|pilot|define|plan|purchase|buy|upgrade|moderni[sz]e|redesign|"
    r"restructure|update|open|present|(?:implementation|introduction|development|creation|construction|roll-?out|"
    r"launch) of|offer|appoint|digiti[sz]e|automate|rewrite|renovate"
)
STUDIES = (
    r"explore|investigate|evaluate|examine|analy[sz]e|assess|review|research|study|look into|consider|discuss|identify|"
    r"understand|think about|monitor|observe|learn about|survey|map out|find out"
)
VAGUE = (
    r"improv(?:e|ing)|enhanc(?:e|ing)|optimi[sz](?:e|ing)|strengthen(?:ing)?|support(?:ing)?|foster(?:ing)?|"
    r"boost(?:ing)?|leverag(?:e|ing)|streamlin(?:e|ing)|drive|promot(?:e|ing)|facilitat(?:e|ing)|empower(?:ing)?|"
    r"elevat(?:e|ing)|enabl(?:e|ing)|address|tackl(?:e|ing)|focus(?:ing)? on|work(?:ing)? on|deal(?:ing)? with|manage|"
    r"handle|encourag(?:e|ing)|refine|revitali[sz]e|nurture|ensure|advance|cultivate|professionali[sz]e"
)
HEDGES = (
    r"tr(?:y|ies|ying) to|try|attempt(?:ing)? to|aim(?:s|ing)? (?:to|at|for)|striv(?:e|es|ing)|seek(?:s|ing)? to|"
    r"hope(?:s|fully)?(?: to)?|intend(?:s)? to|endeavou?r|plan(?:s)? to|look(?:ing)? to|would like to|could|might|"
    r"do our best"
)
KEEPS = (
    r"continue|maintain|keep|remain|stay|ongoing|carry on|sustain|preserve|hold on to|continuing|maintaining|keeping"
)
MONTHS = (
    r"january|february|march|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|"
    r"oct|nov|dec"
)
NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|"
    r"a dozen"
)
AMOUNTS = (
    r"half|a third|a quarter|a fifth|a tenth|twice|zero|halv(?:e|ed|ing)|doubl(?:e|ed|ing)|tripl(?:e|ed|ing)|"
    rf"one in (?:{NUMBERS}|\d+)|(?:a|one|an) (?:day|hour|week)|both|none"
)
PARTS = (
    r"teams?|departments?|divisions?|plants?|sites?|regions?|units?|colleagues?|peers|everyone else|offices|branches|"
    r"functions|sales|engineering|marketing|finance|operations|service|purchasing|logistics|production|product"
)
TIME_LEAD = r"(?:(?:by|until|before|in|within) [^,]{2,40}, )?"

WORDS = Words(
    lead=re.compile(
        rf"\s*{TIME_LEAD}(?:(?:we|i|our \w+|the \w+)\s+)?(?:(?:will|shall|must|should|want to|to|jointly)\s+)?", re.I
    ),
    verbs=any_of(CHANGES, ACTIVITIES, STUDIES, VAGUE, KEEPS, r"avoid|prevent|stop|try|aim"),
    plain_verbs=any_of(
        r"is|are|be|have|has|can|will|do|does|need|needs|get|gets|go|goes|know|knows|decide|decides|work|works|find|"
        r"finds|come|comes|see|sees|stand|stands|name|names|arrive|arrives|own|owns|pay|pays|use|uses|trust|\w+ed|"
        r"\w+ing"
    ),
    changes=any_of(CHANGES),
    activities=any_of(ACTIVITIES),
    activities_lead=True,
    studies=any_of(STUDIES),
    vague_verbs=any_of(VAGUE),
    outcome=any_of(r"so that|such that|which (?:cuts|raises|saves|frees|lets)|until"),
    hedges=any_of(HEDGES),
    keeps=any_of(KEEPS),
    avoids=any_of(
        r"avoid(?:ing)?|prevent(?:ing)?|stop(?:ping)?|do not|don['’]t|not (?!only)\w+|no longer|no more|refrain|"
        r"never again|"
        r"reduce the risk"
    ),
    passive=re.compile(
        r"\b(?:(?:will|should|shall|must|can|may|is to|are to|(?<!want )(?<!wants )to|needs? to|has to|have to) be|"
        r"(?:is|are) being)"
        r" (?:\w+ly )?(?:\w+ed|made|done|built|cut|won|set up|held|given|found|kept|brought|sold|written|sent|taken|"
        r"run)\b",
        re.I,
    ),
    joins=re.compile(r"(?:,?\s+and(?: to| then| also)?|;|\bas well as|,?\s+while also|\bplus)\s+", re.I),
    dates=any_of(
        r"(?:19|20)\d\d|q[1-4]|h[12]|[1-4](?:st|nd|rd|th) quarter|(?:first|second|third|fourth|last|next|this|"
        r"each) (?:quarter|half)",
        rf"(?:{MONTHS}|may(?= (?:\d|of|this|next)))",
        r"(?:this|next|the coming) (?:year|month|quarter|week|season|summer|winter|spring|autumn)|year[- ]end|"
        r"month[- ]end",
        r"(?:by|until|before|at) (?:the )?(?:end of (?:the )?(?:year|month|quarter|season|cycle)|may|monday|tuesday|"
        r"wednesday|thursday|friday|summer|winter|spring|autumn|christmas|easter)",
        rf"(?:with)?in (?:the next |the coming )?(?:\d+|a|one|{NUMBERS}) (?:weeks?|months?|quarters?|years?)(?! of)",
        r"over the next (?:\w+ )?(?:days|weeks|months|quarters|years?)",
        r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?",
    ),
    vague_dates=any_of(
        r"soon(?!er)|as soon as possible|asap|in the (?:near|foreseeable) future|in the (?:long|medium|short) (?:run|"
        r"term)|"
        r"eventually|over time|going forward|timely|in due course|shortly|at the earliest|sooner or later|promptly|"
        r"at some point|when ready|(?<!within )(?<!in )one day|without delay|as (?:fast|quickly) as possible"
    ),
    due_year=re.compile(
        r"\b(?:by|until|before|end of|(?:q[1-4]|h[12])|(?:"
        + MONTHS
        + r"|may))\s+(?:the end of |late |early |mid-?)?((?:19|20)\d\d)\b",
        re.I,
    ),
    number_words=any_of(NUMBERS, AMOUNTS),
    from_there=any_of(
        r"(?:up |down )?from (?:today['’]s |about |some |the current )?(?:[€$£]?\d|"
        + NUMBERS
        + r"|none|zero|half)[\w.,%]*",
        r"compared (?:with|to)|against|versus|vs\.?|today|currently|now|than (?:in|last|the year)|instead of|last year|"
        r"baseline|at present|year on year|(?:it )?was|as in",
    ),
    from_to=re.compile(
        r"\bfrom\s+(?:about\s+)?[€$£]?(\d[\d.,]*)\s*[^\d\s,;]{0,12}(?:\s[^\d\s]+){0,2}\s*(?:up |"
        r"down )?to\s+(?:about\s+)?[€$£]?(\d[\d.,]*)",
        re.I,
    ),
    by_percent=re.compile(
        r"\bby (?:at least |about |another )?\d[\d.,]*\s*(?:%|per ?cent)(?!age point| points?)", re.I
    ),
    shares=any_of(
        r"\w*rates?|shares?|margins?|percentage|on[- ]time \w+|utili[sz]ation|yield|retention|turnover of (?:staff|"
        r"people)|"
        r"quota|occupancy|availability|coverage|absenteeism|attrition|churn|uptime"
    ),
    no_bound=any_of(
        r"maximi[sz](?:e|ing)|minimi[sz](?:e|ing)|as (?:much|many|few|little|low|high|large|small|short|cheap|"
        r"good)(?: \w+){0,3} as possible|"
        r"best possible|(?:highest|lowest|greatest|fewest) possible|to the (?:max|maximum|minimum|utmost)|endless|"
        r"unlimited"
    ),
    comparatives=any_of(
        r"better|faster|(?<!no )(?<!once )more(?! than)|fewer|less(?! than)|higher|(?<!ly )lower(?! \w+ (?:from|by|"
        r"to))|stronger|"
        r"greater|easier|cheaper|closer|quicker|safer|smarter|simpler|healthier|happier|leaner|shorter|sooner|larger|"
        r"bigger|smoother|deeper|wider|broader|tighter"
    ),
    superlatives=any_of(
        r"leading|(?:market|industry|thought|technology|quality) leaders?|(?:a|the) leader(?= in| of| for|[.,]|$)|"
        r"number one|no\. ?1|#1|"
        r"(?:the |europe['’]s |our )?best(?! possible)(?=\s\w)|top(?= \w)|the most \w+|first choice|premier|"
        r"employer of choice|unrivalled|second to none|the (?:fastest|largest|cheapest|strongest|greenest)"
    ),
    vague_amounts=any_of(
        r"significant(?:ly)?|substantial(?:ly)?|considerabl[ey]|noticeabl[ey]|markedly|some|several|(?<!as )many|"
        r"a lot(?: of)?|"
        r"dramatic(?:ally)?|greatly|strongly|sharply|a number of|various|sufficient(?:ly)?|adequate(?:ly)?|"
        r"appropriate(?:ly)?|reasonabl[ey]|a few|drastically|massively|largely|mostly|visibly|measurabl[ey]|plenty of"
    ),
    qualities=any_of(
        r"good|great|excellent|high[- ]quality|modern|attractive|user[- ]friendly|satisfied|happy|robust|"
        r"efficient(?:ly)?|"
        r"effective(?:ly)?|sustainable|flexible|innovative|professional|strong|transparent|lean|seamless(?:ly)?|"
        r"smooth(?:ly)?|"
        r"healthy|motivated|engaged|reliable|reliably|clear|proactive(?:ly)?|customer[- ]friendly|collaborative|agile|"
        r"resilient|well[- ]run|outstanding|open culture|inspiring"
    ),
    absolutes=any_of(
        r"always|never(?! again)|100\s?%|100 per ?cent|zero|every single|without exception|completely|entirely|fully|"
        r"at all times|perfect(?:ly)?|no \w+ at all|none of|not one|flawless(?:ly)?|everyone(?! involved)"
    ),
    means=any_of(
        r"by (?!(?:the|end|mid|year|spring|monday|friday|being)\b)\w{3,}ing|through(?! (?:20|q[1-4]|the end|the year|"
        + MONTHS
        + r"))|via|using|with the help of|by means of|with the aid of|thanks to"
    ),
    open_lists=any_of(
        r"etc\.?|and so on|and so forth|and/or|e\.g\.?|among others|amongst others|and more(?=[.\s]*$)|and others|"
        r"such as|"
        r"for example|including but not limited to|and the like"
    ),
    escapes=any_of(
        r"(?:where|if|when|wherever|whenever) (?:possible|appropriate|necessary|needed|feasible|practical|applicable)|"
        r"if (?:resources|time|budget|capacity) (?:allows?|permits?)|as (?:needed|required|appropriate)|"
        r"as far as possible|"
        r"ideally|(?:time|budget|resources) permitting|subject to|depending on|to the extent possible|in principle|"
        r"preferably|unless|provided that|should the need arise"
    ),
    jargon=any_of(
        r"synerg\w+|world[- ]class|best[- ]in[- ]class|best[- ]of[- ]breed|holistic(?:ally)?|(?:the )?next level|"
        r"cutting[- ]edge|state[- ]of[- ]the[- ]art|paradigm\w*|game[- ]chang\w+|low[- ]hanging \w+|move the needle|"
        r"360[- ]degree|value[- ]add(?:ed)?|thought leader\w*|excellence|mindset|future[- ]proof|disrupt\w*|"
        r"operationali[sz]e|deep dive|win[- ]win|bleeding[- ]edge|journey|unlock|north star|customer[- ]centric\w*|"
        r"data[- ]driven|best practices?|hyper\w+|right[- ]siz\w+|ecosystem"
    ),
    hollow_nouns=any_of(
        r"things?|issues?|topics?|matters?|aspects?|areas?|stuff|measures|activities|initiatives|challenges|structures|"
        r"factors|elements|opportunities|solutions|capabilities|efforts"
    ),
    unclear_groups=any_of(
        r"stakeholders?|relevant (?:parties|people|persons|teams|departments|functions|bodies)|all (?:involved|"
        r"concerned)|"
        r"the business|key players|those (?:concerned|involved|affected)|everyone involved|the right people|"
        r"(?:all )?parties(?: involved)?|others|people involved|management(?= (?:should|must|needs))|"
        r"the appropriate \w+"
    ),
    own=any_of(r"i|my|me|mine|myself|i['’]m|i['’]ll"),
    rivals=any_of(
        rf"(?:beat|beats|outperform|outsell|overtake|surpass|outrank|better than|faster than|ahead of|more than|"
        rf"cheaper than)"
        rf" (?:all |any |the |every )*(?:other |rest of the )?(?:{PARTS}|others?)",
        rf"(?:the )?(?:best|top|number one|strongest|fastest)(?:[- ]performing| ranked)? (?:{PARTS})",
        r"(?:top|first) (?:of|in|among) (?:all |the )?(?:internal|company) rank\w*|win the internal \w+",
    ),
    slogans=any_of(
        r"(?<!at )(?<!the )first(?=[.!]?\s*$)|at the heart|at the cent(?:re|er) of|matters?(?=[.!]?\s*$)|one team|"
        r"we are family"
    ),
)
