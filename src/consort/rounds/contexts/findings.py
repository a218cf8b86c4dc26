"""The finding of a question's summary in one sentence, and its figures for a drawing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.rounds.models import Question
from consort.rounds.spoken import labels_of, listed
from consort.rounds.wording import in_words

Summary = dict[str, Any]
Kind = Question.Kind


@dataclass(frozen=True)
class Bar:
    """One option: `value` of `most`, said as `words`."""

    label: str
    value: float
    most: float
    words: str


def finding(question: Question, summary: Summary) -> str:
    """One sentence; empty where nobody answered and for words, which speak for themselves."""
    return _FINDINGS[Kind(question.kind)](question, summary) if summary["answered"] else ""


def how_sure(question: Question, summary: Summary) -> str:
    """Whether the agreement is more than chance; empty below three people and where it makes no sense."""
    agreement = summary.get("agreement")
    if summary.get("rounded"):
        return _("Shown in half points only, because so few answered.")
    if not agreement:
        return ""
    if question.kind == Kind.RANK:
        return _rank_agreement(agreement)
    if agreement["beyond_chance"]:
        return _("They agree more than chance would bring about.")
    return _("That is no more agreement than chance would bring about.")


def bars_of(question: Question, summary: Summary) -> list[Bar]:
    """A bar for each option or point, as far as the summary tells."""
    kind, counts = Kind(question.kind), summary.get("counts")
    if not summary["answered"]:
        return []
    if kind in (Kind.CHOICE, Kind.APPROVAL):
        labels = list(labels_of(question).values())
        return [_counted(label, count, summary["answered"]) for label, count in zip(labels, counts or [], strict=True)]
    if kind == Kind.SCALE and counts:
        step, lowest = summary.get("step", 1), summary["lowest"]
        return [_counted(str(lowest + at * step), count, summary["answered"]) for at, count in enumerate(counts)]
    if kind == Kind.ALLOCATE:
        shares = zip(labels_of(question).values(), summary["shares"], strict=True)
        return [Bar(label, share * 100, 100, f"{round(share * 100)}%") for label, share in shares]
    return []


def dots_of(question: Question, summary: Summary) -> list[float]:
    """Forecasts in per cent, one for each person, where single ones may be shown."""
    return [dot * 100 for dot in summary.get("dots") or []] if question.kind == Kind.PROBABILITY else []


def _counted(label: str, count: int, answered: int) -> Bar:
    return Bar(label, count, answered, _("%(n)s of %(all)s") % {"n": count, "all": answered})


def _figure(value: float) -> str:
    return number_format(round(value, 1), decimal_pos=None if round(value, 1) % 1 else 0, use_l10n=True)


def _leading(question: Question, summary: Summary) -> str:
    labels, counts = list(labels_of(question).values()), summary["counts"]
    names = [labels[at] for at in summary["leading"]]
    if not names:
        return ""
    known = {"option": listed(names), "n": capfirst(in_words(max(counts))), "all": in_words(summary["answered"])}
    if len(names) > 1:
        return _("%(option)s are level: %(n)s of %(all)s each.") % {**known, "n": in_words(max(counts))}
    return _("%(n)s of %(all)s: %(option)s.") % known


def _scale(question: Question, summary: Summary) -> str:
    ends = question.settings.get("ends") or ["", ""]
    low = summary["lowest"]
    high = low + (summary["points"] - 1) * summary.get("step", 1)
    return _("%(mean)s on average, from %(low)s to %(high)s.") % {
        "mean": _figure(summary["mean"]),
        "low": f"{low} ({ends[0]})" if ends[0] else low,
        "high": f"{high} ({ends[1]})" if ends[1] else high,
    }


def _probability(_question: Question, summary: Summary) -> str:
    known = {"middle": f"{round(summary['median'] * 100)}%"}
    if not summary.get("dots"):
        return _("In the middle: %(middle)s.") % known
    ends = {"low": f"{round(summary['dots'][0] * 100)}%", "high": f"{round(summary['dots'][-1] * 100)}%"}
    if ends["low"] == ends["high"]:
        return _("All say %(middle)s.") % known
    return _("From %(low)s to %(high)s, in the middle %(middle)s.") % {**known, **ends}


def _rank(question: Question, summary: Summary) -> str:
    labels = list(labels_of(question).values())
    tiers = [listed([labels[at] for at in tier]) for tier in summary["order"]]
    return _("On average: %(order)s.") % {"order": "; ".join(f"{n}. {tier}" for n, tier in enumerate(tiers, 1))}


def _rank_agreement(agreement: Summary) -> str:
    if agreement["w"] is None:
        return ""
    known = {name: number_format(round(agreement[key], 2), 2) for name, key in (("w", "w"), ("chance", "chance_line"))}
    if agreement["w"] > agreement["chance_line"]:
        return _("Agreement %(w)s of 1; random orders reach %(chance)s at most, 19 times in 20.") % known
    return _("Agreement %(w)s of 1: no more than random orders would reach (%(chance)s).") % known


def _number(_question: Question, summary: Summary) -> str:
    unit = f" {summary['unit']}".rstrip()
    known = {name: _figure(summary[name]) + unit for name in ("lower", "best", "upper")}
    words = _("In the middle %(best)s, from %(lower)s to %(upper)s.") % known
    overlap = summary.get("overlap")
    if overlap and summary["answered"] > 1:
        ends = {"start": _figure(overlap[0]) + unit, "end": _figure(overlap[1]) + unit}
        words += " " + _("All hold %(start)s to %(end)s to be possible.") % ends
    return words


def _allocate(question: Question, summary: Summary) -> str:
    labels, shares = list(labels_of(question).values()), summary["shares"]
    most = max(shares)
    names = [label for label, share in zip(labels, shares, strict=True) if share == most]
    return _("Most goes to %(options)s: %(share)s on average.") % {
        "options": listed(names),
        "share": f"{round(most * 100)}%",
    }


def _pairs(_question: Question, summary: Summary) -> str:
    ends = {"start": _figure(summary["from"]["mean"]), "end": _figure(summary["to"]["mean"])}
    moves = ngettext("%(n)s wants to move up.", "%(n)s want to move up.", summary["up"])
    return " ".join(
        [
            _("From %(start)s to %(end)s on average.") % ends,
            moves % {"n": capfirst(in_words(summary["up"]))} if summary["up"] else "",
        ]
    ).strip()


_FINDINGS: dict[Question.Kind, Callable[[Question, Summary], str]] = {
    Kind.RANK: _rank,
    Kind.SCALE: _scale,
    Kind.CHOICE: _leading,
    Kind.APPROVAL: _leading,
    Kind.PROBABILITY: _probability,
    Kind.NUMBER: _number,
    Kind.ALLOCATE: _allocate,
    Kind.PAIRS: _pairs,
    Kind.TEXT: lambda _question, _summary: "",
}
