"""What of a summary may be shown where answers carry no names (docs/methods: confidentiality).

Fewer than five answers: a scale's mean in half points, nothing else. From five: counts, shares and texts. From eight:
figures in which single answers stand side by side, such as one dot per person, and lowest and highest.
"""

from typing import Any

Summary = dict[str, Any]
DISTRIBUTIONS_FROM = 5
SINGLE_VALUES_FROM = 8
SINGLE_VALUES = ("dots", "ranges", "overlap", "lowest", "highest", "pairs")


def release(summary: Summary) -> Summary:
    """The part of a question's summary that is shown; {"withheld": True} where nothing is."""
    answered = summary["answered"]
    if answered < DISTRIBUTIONS_FROM:
        return _few(summary)
    if answered < SINGLE_VALUES_FROM:
        return {name: _masked(summary["kind"], name, value) for name, value in summary.items()}
    return summary


def _few(summary: Summary) -> Summary:
    if summary["kind"] != "scale":
        return {"kind": summary["kind"], "withheld": True}
    mean = round(summary["mean"] * 2) / 2
    kept = {name: summary[name] for name in ("kind", "withheld", "answered", "points", "lowest")}
    return {**kept, "mean": mean, "rounded": True}


def _masked(kind: str, name: str, value: Any) -> Any:
    """None in the place of single values; a scale's own "lowest" point is not one of them."""
    if name not in SINGLE_VALUES or (name == "lowest" and kind != "allocate"):
        return value
    return None
