"""The Conflicts tab, one finding, the rules, and what an objective's page shows of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.urls import reverse
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Link, Person
from consort.vision import rules
from consort.vision.models import Contradiction, Objective
from consort.vision.policy import findings as policy
from consort.vision.policy.purpose import keeps_strategy
from consort.vision.queries import findings as queries
from consort.vision.rules import Finding, Thing, Weight
from consort.vision.rules.remedies import finding_url, page_of, remedy_url
from consort.vision.rules.remembering import Aside, judgement_for, recall
from consort.vision.rules.rule import Step

IN_SECTION = 40
IN_OBJECTIVE = 6
BY_RULE, BY_DEPARTMENT = "rule", "department"


@dataclass(frozen=True)
class Row:
    """A finding in a list. `number` is that of a conflict, the same on every page; `remedy` is empty for who cannot
    mend it; then `who` tells whom to ask."""

    finding: Finding
    number: str
    who: str
    url: str
    remedy: str

    @property
    def departments(self) -> str:
        return ", ".join(self.finding.departments)


MakesRow = Callable[[Finding], Row]


@dataclass(frozen=True)
class Section:
    """Rows under one heading; `more` are not shown. `wanted` narrows the page to it."""

    title: str
    aside: str
    rows: list[Row]
    more: int
    wanted: str


@dataclass(frozen=True)
class Wanted:
    """What the reader asked to see."""

    rule: str = ""
    department: str = ""
    mine: bool = False
    group: str = BY_RULE

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Wanted":
        group = BY_DEPARTMENT if asked.get("group") == BY_DEPARTMENT else BY_RULE
        return cls(asked.get("rule", ""), asked.get("department", ""), asked.get("mine") == "1", group)

    @property
    def is_narrow(self) -> bool:
        return bool(self.rule or self.department or self.mine)

    def admits(self, finding: Finding, reader: Person) -> bool:
        if self.rule and finding.rule.name != self.rule:
            return False
        if self.department and self.department not in finding.departments:
            return False
        return not self.mine or reader.pk in finding.people


def listing(reader: Person, wanted: Wanted) -> dict[str, Any]:
    """Everything the rules find, conflicts first. Runs two queries besides those of the judgement."""
    judgement = judgement_for(reader)
    shown = [each for each in judgement.asking if wanted.admits(each, reader)]
    most = len(shown) if wanted.rule or wanted.department else IN_SECTION
    row = _rows(reader, shown)
    conflicts = [each for each in shown if each.rule.weight == Weight.CONFLICT]
    rest = [each for each in shown if each.rule.weight != Weight.CONFLICT]
    grouped = _by_department(rest) if wanted.group == BY_DEPARTMENT else _by_rule(rest)
    return {
        "sentence": sentence(judgement.asking),
        "conflicts": [row(each) for each in conflicts[:most]],
        "more_conflicts": len(conflicts) - most,
        "sections": [_section(*each, row=row, most=most) for each in grouped],
        "aside": [each for each in judgement.aside if wanted.admits(each.finding, reader)],
        "wanted": wanted,
        "rules": _named(judgement.asking),
        "departments": sorted({name for each in judgement.asking for name in each.departments}),
        "found_any": bool(judgement.asking),
    }


def sentence(asking: Sequence[Finding]) -> str:
    """How things stand, in one sentence."""
    counts = Counter(each.rule.weight for each in asking)
    named = {
        Weight.CONFLICT: ngettext("%(n)s conflict", "%(n)s conflicts", counts[Weight.CONFLICT]),
        Weight.GAP: ngettext("%(n)s gap", "%(n)s gaps", counts[Weight.GAP]),
        Weight.QUESTION: ngettext("%(n)s question", "%(n)s questions", counts[Weight.QUESTION]),
    }
    parts = [words % {"n": apnumber(counts[weight])} for weight, words in named.items() if counts[weight]]
    if not parts:
        return _("In what you can see of the strategy, nothing works against anything else.")
    return capfirst(_("%(counts)s in what you can see.") % {"counts": get_text_list(parts, _("and"))})


def one(finding: Finding, aside: Aside | None, reader: Person) -> dict[str, Any]:
    """A finding closely. Runs at most four queries besides those of the judgement."""
    may = policy.may_set_aside(finding, reader)
    mark, tie = _mark_of(finding), _tie_of(finding)
    return {
        "finding": finding,
        "row": _rows(reader, [finding])(finding),
        "things": [_Linked(thing, page_of(thing, reader.organization)) for thing in finding.things],
        "aside": aside,
        "may_set_aside": may and aside is None,
        "may_take_back": bool(aside and policy.may_take_back(aside.dismissal, reader)),
        "asks_contradiction": finding.rule.name == "may_contradict" and reader.sees_leaders,
        "mark": mark,
        "may_withdraw": bool(mark and policy.may_withdraw(mark, reader)),
        "tie": tie,
        "may_reconcile": bool(tie and policy.may_reconcile(tie, reader)),
    }


def explained() -> dict[str, Any]:
    """Every rule by weight, for the page that says how findings are made."""
    return {"weights": [(weight.label, [rule for rule in rules.known() if rule.weight == weight]) for weight in Weight]}


def place(objective: Objective, reader: Person) -> dict[str, Any] | None:
    """What an objective's page shows at once: what is known, else where it is asked for. None when nothing asks."""
    if recall(reader) is not None:
        return of_objective(objective, reader)
    later = reverse("vision:objective_findings", args=[reader.organization.slug, objective.pk])
    return {"later": later, "organization": reader.organization}


def of_objective(objective: Objective, reader: Person) -> dict[str, Any] | None:
    """What asks about an objective; None when nothing does."""
    found = queries.about(objective.pk, reader)
    if not found:
        return None
    row = _rows(reader, found)
    return {
        "found": [row(each) for each in found[:IN_OBJECTIVE]],
        "more": len(found) - IN_OBJECTIVE,
        "organization": reader.organization,
    }


@dataclass(frozen=True)
class _Linked:
    thing: Thing
    url: str


def _rows(reader: Person, findings: Sequence[Finding]) -> MakesRow:
    """A function that makes rows of findings. Runs at most three queries, whatever their number."""
    names, numbers = queries.resolvers(findings), queries.numbers_for(reader)
    keeps = keeps_strategy(reader)

    def row(finding: Finding) -> Row:
        mends = reader.pk in finding.people or (keeps and finding.rule.remedy.step is not Step.CHECK_IN)
        return Row(
            finding,
            numbers.get(finding.key, ""),
            _who(finding.people, names, reader),
            finding_url(finding, reader.organization),
            remedy_url(finding, reader) if mends else "",
        )

    return row


def _who(people: Iterable[UUID], names: dict[UUID, Person], reader: Person) -> str:
    """You, and the first names of the others who can resolve it."""
    known = [names[person] for person in people if person in names]
    said = [_("you") if person == reader else person.first_name for person in known]
    said.sort(key=lambda name: (name != _("you"), name))
    if not said:
        return _("Those who keep the strategy can resolve it")
    return capfirst(_("%(names)s can resolve it") % {"names": get_text_list(said, _("and"))})


def _by_rule(findings: Iterable[Finding]) -> list[tuple[str, str, list[Finding], str]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule.name].append(finding)
    named = ((rules.named(name), found) for name, found in groups.items())
    return [(str(rule.title), str(rule.reason), found, f"rule={rule.name}") for rule, found in named]


def _by_department(findings: Iterable[Finding]) -> list[tuple[str, str, list[Finding], str]]:
    """A finding stands with each department it concerns."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for name in finding.departments or ("",):
            groups[name].append(finding)
    ordered = sorted(groups.items(), key=lambda group: (not group[0], group[0]))
    return [(name or _("No department"), "", found, f"group=department&department={name}") for name, found in ordered]


def _section(title: str, aside: str, findings: list[Finding], wanted: str, *, row: MakesRow, most: int) -> Section:
    return Section(title, aside, [row(each) for each in findings[:most]], max(0, len(findings) - most), wanted)


def _named(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """The rules that found something, for the choice."""
    found = dict.fromkeys(each.rule for each in findings)
    return [(rule.name, str(rule.title)) for rule in found]


def _mark_of(finding: Finding) -> Contradiction | None:
    if finding.rule.name != "contradicts_will_not" or finding.other is None:
        return None
    marks = Contradiction.objects.select_related("by", "objective", "will_not")
    return marks.filter(objective=finding.about.id, will_not=finding.other.id).first()


def _tie_of(finding: Finding) -> Link | None:
    if finding.rule.name != "conflict_marked" or finding.other is None:
        return None
    ties = Link.objects.filter(kind=Link.Kind.CONFLICTS_WITH).select_related("by")
    return ties.filter(from_id=finding.about.id, to_id=finding.other.id).first()
