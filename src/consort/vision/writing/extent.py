"""Checks: how much, how good, compared with what?"""

from django.utils.translation import gettext_lazy as _

from consort.vision.writing.check import Span, check
from consort.vision.writing.draft import Draft
from consort.vision.writing.signs import first, says_how_much
from consort.vision.writing.sources import CRAFT, SPECIFIC


@check(
    "no_bound",
    title=_("How far is far enough?"),
    why=_("“As much as possible” can never be reached, and so never be closed or celebrated."),
    source=SPECIFIC,
    before=_("Minimise waste in the foundry"),
    after=_("Waste in the foundry at or below 3% of castings, from 7%"),
)
def no_bound(draft: Draft) -> Span | None:
    return first(draft.vocabulary.no_bound, draft.text)


@check(
    "comparative",
    title=_("Better than what, and by how much?"),
    why=_("A comparison without its other side is true after the smallest step."),
    source=SPECIFIC,
    before=_("Faster answers to customers"),
    after=_("Answer nine of ten customers within a day, instead of six of ten"),
)
def comparative(draft: Draft) -> Span | None:
    if says_how_much(draft) or draft.vocabulary.rivals.search(draft.text):
        return None
    return first(draft.vocabulary.comparatives, draft.text)


@check(
    "superlative",
    title=_("Leading by which figure, among whom?"),
    why=_("Everybody can call themselves the best. A figure and the field of rivals make it a goal."),
    source=SPECIFIC,
    before=_("Become the leading supplier of heat pumps"),
    after=_("Supply one in four large heat pumps sold in Poland by 2028, today one in nine"),
)
def superlative(draft: Draft) -> Span | None:
    return None if says_how_much(draft) else first(draft.vocabulary.superlatives, draft.text)


@check(
    "vague_amount",
    title=_("How much is that?"),
    why=_("The word stands where the number should, and everybody reads their own into it."),
    source=SPECIFIC,
    before=_("Cut scrap significantly"),
    after=_("Cut scrap from 6% to 3%"),
)
def vague_amount(draft: Draft) -> Span | None:
    return None if says_how_much(draft) else first(draft.vocabulary.vague_amounts, draft.text)


@check(
    "vague_quality",
    title=_("By what would somebody outside notice?"),
    why=_("A quality without a sign one can see is an opinion."),
    source=SPECIFIC,
    before=_("Have a modern and attractive workshop"),
    after=_("Fill every open place in the workshop within 60 days"),
)
def vague_quality(draft: Draft) -> Span | None:
    if says_how_much(draft) or draft.vocabulary.keeps.search(draft.text):
        return None
    return first(draft.vocabulary.qualities, draft.text)


@check(
    "absolute",
    title=_("Is the very last one worth what it costs?"),
    why=_("One exception makes an absolute goal lost, and after that it pulls nobody. If it is meant, set this aside."),
    source=CRAFT,
    before=_("Never deliver late"),
    after=_("Deliver 98% of orders on the promised day, and call the customer about the rest"),
)
def absolute(draft: Draft) -> Span | None:
    return first(draft.vocabulary.absolutes, draft.text)
