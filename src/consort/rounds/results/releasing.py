"""What of a summary may be shown where answers carry no names (docs/methods/confidentiality.md).

Ratings on a scale are shown as far as nobody's answer can be narrowed to fewer than three values, whoever reads them:
with all counts, as a mean in half points, or not at all (`reckon.disclosure`). For the other kinds of question: fewer
than five answers, nothing; from five, counts, shares and texts; from eight, figures in which single answers stand side
by side, such as one dot per person, and lowest and highest.
"""

from typing import Any

from consort.reckon.disclosure import DISTRIBUTIONS_FROM, Shown, half_points, shown

Summary = dict[str, Any]
SINGLE_VALUES_FROM = 8
SINGLE_VALUES = ("dots", "ranges", "overlap", "lowest", "highest", "pairs")


def release(summary: Summary) -> Summary:
    """The part of a question's summary that is shown; {"withheld": True} where nothing is."""
    if summary["kind"] == "scale":
        return _scale(summary)
    if summary["answered"] < DISTRIBUTIONS_FROM or not _ends_may_be_shown(summary):
        return _nothing(summary)
    if summary["answered"] < SINGLE_VALUES_FROM:
        return {name: _masked(summary["kind"], name, value) for name, value in summary.items()}
    return summary


def _scale(summary: Summary) -> Summary:
    match shown(summary["counts"]):
        case Shown.COUNTS:
            return summary
        case Shown.HALF_POINTS:
            return _rounded(summary)
        case _:
            return _nothing(summary)


def _rounded(summary: Summary) -> Summary:
    """The mean in half steps of the scale, and nothing from which more could be worked out."""
    mean = summary["lowest"] + summary.get("step", 1) * float(half_points(summary["counts"]))
    kept = {name: summary[name] for name in ("kind", "withheld", "answered", "points", "lowest")}
    return {**kept, "mean": mean, "rounded": True}


def _ends_may_be_shown(summary: Summary) -> bool:
    """Of two ratings, where we are and where we should be, both or neither: each could tell of the other."""
    ends = [summary[end]["counts"] for end in ("from", "to")] if summary["kind"] == "pairs" else []
    return all(shown(counts) is Shown.COUNTS for counts in ends)


def _nothing(summary: Summary) -> Summary:
    return {"kind": summary["kind"], "withheld": True}


def _masked(kind: str, name: str, value: Any) -> Any:
    """None in the place of single values; a scale's own "lowest" point is not one of them."""
    if name not in SINGLE_VALUES or (name == "lowest" and kind != "allocate"):
        return value
    return None
