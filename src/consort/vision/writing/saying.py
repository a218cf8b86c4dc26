"""Checks: can everybody who has to carry it say it in their own words?"""

import re

from django.utils.translation import gettext_lazy as _

from consort.vision.writing.check import Span, check
from consort.vision.writing.draft import Draft
from consort.vision.writing.signs import DIGITS, first
from consort.vision.writing.sources import CRAFT, RECALL

MOST_WORDS = 25
TOPIC_WORDS = 5
NOUN_PILE = 3
CAPITALS = re.compile(r"(?<![\w-])[A-ZÄÖÜ][A-ZÄÖÜ&]{1,6}s?(?![\w-]|\s?\()")
EVERYBODY_KNOWS = frozenset(
    [
        "CEO",
        "CFO",
        "COO",
        "CTO",
        "EU",
        "USA",
        "UK",
        "US",
        "UN",
        "IT",
        "HR",
        "CO",
        "OK",
        "MW",
        "GW",
        "KW",
        "KWH",
        "TV",
        "PDF",
        "ISO",
        "VAT",
        "USD",
        "EUR",
        "CHF",
        "GBP",
        "AG",
        "GMBH",
        "SE",
        "ID",
        "PC",
        "VIP",
        "GPS",
        "DIN",
        "TÜV",
        "LED",
        "QR",
        "AND",
        "THE",
        "II",
        "III",
        "IV",
        "NOT",
    ]
)
NOUNS_OF_VERBS = re.compile(r"\b\w{4,}(?:tion|ment|sion|ance|ence|isation|ization)s?\b", re.I)


@check(
    "two_goals",
    title=_("Are these two goals?"),
    why=_("When one half is reached and the other is not, nobody can say how it stands."),
    source=RECALL,
    before=_("Cut costs and open the office in Lyon"),
    after=_("Two objectives: one for the costs, one for Lyon"),
)
def two_goals(draft: Draft) -> Span | None:
    for join in draft.vocabulary.joins.finditer(draft.text):
        if _is_clause(draft, draft.text[: join.start()]) and _is_second(draft, draft.text[join.end() :]):
            return join.start() + len(join[0]) - len(join[0].lstrip()), join.start() + len(join[0].rstrip())
    return None


def _is_clause(draft: Draft, text: str) -> bool:
    return bool(draft.vocabulary.verbs.search(text))


def _is_second(draft: Draft, text: str) -> bool:
    """English begins a second goal with its verb, German ends it with one."""
    verbs = draft.vocabulary.verbs
    return bool(verbs.match(text) if draft.vocabulary.activities_lead else verbs.search(text))


@check(
    "means",
    title=_("Is that the goal, or one way to it?"),
    why=_(
        "The way is written into the goal, so a better way found later looks like failure. Keep it as an initiative."
    ),
    source=CRAFT,
    before=_("Cut energy use by a fifth through new compressors"),
    after=_("Objective: energy use down by a fifth. Initiative: new compressors"),
)
def means(draft: Draft) -> Span | None:
    return first(draft.vocabulary.means, draft.text)


@check(
    "too_long",
    title=_("Can anybody say this by heart?"),
    why=_("Few leaders can name their priorities. A goal of more than 25 words is read once and never repeated."),
    source=RECALL,
    before=_("A sentence of forty words with its reasons, exceptions and ways"),
    after=_("One short sentence; reasons go under “Why”, ways become initiatives"),
)
def too_long(draft: Draft) -> Span | None:
    words = draft.words
    return (words[MOST_WORDS].start(), words[-1].end()) if len(words) > MOST_WORDS else None


@check(
    "topic_only",
    title=_("What about it?"),
    why=_("This is a topic. A goal says what becomes of it."),
    source=RECALL,
    before=_("Customer satisfaction"),
    after=_("Eight of ten customers order again within two years"),
)
def topic_only(draft: Draft) -> Span | None:
    short = len(draft.words) <= TOPIC_WORDS and not DIGITS.search(draft.text)
    return (0, len(draft.text)) if short and not _says_something(draft) else None


def _says_something(draft: Draft) -> bool:
    """Whether there is a verb, or other words that another check speaks of."""
    words = draft.vocabulary
    said = (words.verbs, words.plain_verbs, words.hedges, words.avoids, words.no_bound, words.comparatives)
    judged = (words.superlatives, words.qualities, words.rivals, words.slogans)
    return bool(re.search(r"[?!]\s*$", draft.text)) or any(each.search(draft.text) for each in (*said, *judged))


@check(
    "open_list",
    title=_("What else belongs to it?"),
    why=_("An open list cannot be finished, since nobody knows what is on it."),
    source=CRAFT,
    before=_("Certify pumps, valves, etc."),
    after=_("Certify pumps and valves of the 180 °C platform"),
)
def open_list(draft: Draft) -> Span | None:
    return first(draft.vocabulary.open_lists, draft.text)


@check(
    "escape",
    title=_("Under which condition would you not do it?"),
    why=_("A way out without its condition makes the goal optional. Name the condition, or leave it out."),
    source=CRAFT,
    before=_("Answer within a day where possible"),
    after=_("Answer within a day; within three when a supplier must be asked"),
)
def escape(draft: Draft) -> Span | None:
    return first(draft.vocabulary.escapes, draft.text)


@check(
    "jargon",
    title=_("How would you say it to a new colleague?"),
    why=_("The word sounds finished and means something else in every department."),
    source=RECALL,
    before=_("Leverage synergies across the group"),
    after=_("Buy steel for all five plants in one contract, saving €1.2m a year"),
)
def jargon(draft: Draft) -> Span | None:
    return first(draft.vocabulary.jargon, draft.text)


@check(
    "abbreviation",
    title=_("Does every department know these letters?"),
    why=_("Letters that one department knows shut the others out. Write the words once."),
    source=RECALL,
    before=_("Raise OTIF to 95%"),
    after=_("Deliver 95% of orders on time and in full"),
)
def abbreviation(draft: Draft) -> Span | None:
    if draft.text.isupper():
        return None
    strange = (found for found in CAPITALS.finditer(draft.text) if _is_strange(found[0]))
    return next((found.span() for found in strange), None)


def _is_strange(letters: str) -> bool:
    return letters.removesuffix("s").upper() not in EVERYBODY_KNOWS


@check(
    "hollow_noun",
    title=_("Which ones?"),
    why=_("The noun is a box: it could hold anything, so nobody knows what is meant."),
    source=CRAFT,
    before=_("Resolve open issues in assembly"),
    after=_("Close the eleven open faults of the assembly line"),
)
def hollow_noun(draft: Draft) -> Span | None:
    return first(draft.vocabulary.hollow_nouns, draft.text)


@check(
    "unclear_group",
    title=_("Who exactly?"),
    why=_("Where a group has no edges everybody thinks of somebody else."),
    source=CRAFT,
    before=_("Inform all stakeholders of changed dates"),
    after=_("Tell customer, planner and fitter of a changed date on the same day"),
)
def unclear_group(draft: Draft) -> Span | None:
    return first(draft.vocabulary.unclear_groups, draft.text)


@check(
    "question",
    title=_("What is the answer you want to reach?"),
    why=_("A question opens a decision. Frame it as one, and let the goal follow from it."),
    source=CRAFT,
    before=_("How do we win younger buyers?"),
    after=_("One buyer in three is under forty by 2028, today one in six"),
)
def question(draft: Draft) -> Span | None:
    text = draft.text.rstrip()
    return (0, len(text)) if text.endswith("?") else None


@check(
    "slogan",
    title=_("What would somebody do differently tomorrow?"),
    why=_("A slogan asks for agreement, a goal for a change. Put the words into the vision if they matter."),
    source=CRAFT,
    before=_("Customers first!"),
    after=_("Every plant manager spends a day a month with a customer, from none today"),
)
def slogan(draft: Draft) -> Span | None:
    text = draft.text.rstrip()
    return (0, len(text)) if text.endswith("!") else first(draft.vocabulary.slogans, text)


@check(
    "noun_pile",
    title=_("Which verb is hidden in these nouns?"),
    why=_("Three nouns made of verbs in a row hide who does what."),
    source=CRAFT,
    before=_("Implementation of the optimisation of maintenance"),
    after=_("Machines stand still for at most four hours a month, from eleven"),
    languages=("en",),
)
def noun_pile(draft: Draft) -> Span | None:
    found = list(NOUNS_OF_VERBS.finditer(draft.text))
    return (found[0].start(), found[-1].end()) if len(found) >= NOUN_PILE else None
