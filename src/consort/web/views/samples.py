"""Made-up content for the gallery: every chart in every state."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator

from consort.web import charts
from consort.web.widgets import DayInput

NAN = float("nan")


@dataclass(frozen=True)
class Item:
    """Something to put in order."""

    value: str
    label: str


class SampleForm(forms.Form):
    """One field of each kind, sent without the two that are needed."""

    name = forms.CharField(label="What is it called?", help_text="A few words that others will recognize")
    kind = forms.ChoiceField(
        label="What kind of decision is it?",
        choices=[("consent", "By consent"), ("vote", "By vote"), ("advice", "One decides, after advice")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Your main reason", widget=forms.Textarea, required=False)
    due = forms.DateField(label="Wanted by", widget=DayInput)
    likely = forms.IntegerField(label="the first skid leaves before 1 October", min_value=0, max_value=100)
    agreed = forms.BooleanField(label="I have read it", required=False)


def context() -> dict[str, Any]:
    """Everything the gallery shows that is not plain text."""
    return {
        "priorities": [
            Item("a", "On-time delivery at 95%"),
            Item("b", "40 MW under heat contract"),
            Item("c", "180 °C platform certified"),
        ],
        "colours": COLOURS,
        "form": SampleForm({"likely": "65", "name": "", "due": date(2026, 10, 15)}),
        "details": {"consent": "Nobody objects", "vote": "The most approvals", "advice": "And says why"},
        "people": [{"full_name": "Ingrid Maas"}, {"full_name": "Tomasz Wierzbicki"}, {"full_name": "Ruth Adeyemi"}],
        "second_page": Paginator(range(240), 100).page(2),
        **_lines(),
        **_marks(),
        **_tables(),
    }


COLOURS = [
    *(("page", "paper"), ("sheet", "paper"), ("sunken", "wells"), ("line", "hairline"), ("control", "input border")),
    *(("ink", "text"), ("ink-2", "text"), ("ink-3", "meta"), ("accent", "act, me"), ("accent-soft", "chosen")),
    *(("other", "counterpart"), ("third", "third voice"), ("good", "status"), ("caution", "status")),
    *(("critical", "status"), ("hatch", "withheld")),
]


def _lines() -> dict[str, Any]:
    delivery = [78, 79, 79.5, 80.6, 80.4, 82.2, 84.1, 86.4]
    corridor = [charts.Corridor(3, 80, 82), charts.Corridor(8, 87, 90), charts.Corridor(12, 94, 97)]
    quarters = [(0, "Jan 25"), (6, "Jul 26"), (12, "Dec 27")]
    return {
        "line": charts.line(
            delivery,
            label="On-time delivery rises from 78 to 86.4 per cent, below its corridor",
            low=75,
            high=100,
            ticks=quarters,
            corridor=corridor,
            events=[(4, "hub at Venlo"), (6, "second shift")],
            end="86.4%",
            target="95%",
            span=13,
        ),
        "line_gap": charts.line([4, 6, None, None, 5, 9], label="Six quarters, two without a number", height=120),
        "line_one": charts.line([12], label="One number so far: 12", height=120),
        "line_none": charts.line([], label="No numbers yet", height=120),
        "sparks": [
            ("Falling", charts.spark([21, 20, 18, 15, 13, 11, 10, 9], "falling from 21 to 9")),
            ("Constant", charts.spark([5, 5, 5], "constant at 5")),
            ("One value", charts.spark([5], "5, once")),
            ("None", charts.spark([], "no numbers yet")),
        ],
    }


def _marks() -> dict[str, Any]:
    return {
        "bullets": [
            ("On the way", charts.bullet(78, 86.4, 95, "from 78 to 95, now 86.4", expected=88)),
            ("Past its target", charts.bullet(78, 97, 95, "from 78 to 95, now 97")),
            ("Downward", charts.bullet(548, 520, 460, "from 548 down to 460, now 520", expected=500)),
            ("No number yet", charts.bullet(0, None, 40, "from 0 to 40, no number yet")),
            ("Nothing to gain", charts.bullet(5, 5, 5, "to be kept at 5, now 5")),
        ],
        "strips": [
            ("Mutual trust", "caution", "Mixed", _strip((10, 27, 52, 70, 94), (37, 86), (61,))),
            ("Open communication", "good", "Steady", _strip((8, 16, 24, 41, 50, 58, 66, 83, 92), (), (33, 75))),
            ("Joint development", "thin", "Thin", _strip((), (), ())),
        ],
        "dots": [
            ("Self above others", charts.dots(6.2, 5.1, (4.4, 5.8), before=5.3), "5.1"),
            ("No answer of one's own", charts.dots(None, 4.3, (3.6, 5.0)), "4.3"),
            ("Others withheld", charts.dots(5.6, None), "withheld"),
        ],
        "scales": [
            ("Far apart", charts.scale(18, 74, "Ingrid 18, Tomasz 74 of 100"), "56 apart"),
            ("The same", charts.scale(50, 50, "both 50 of 100"), "0 apart"),
            ("With doubt", charts.scale(20, 70, "20 and 70 of 100", ranges=((12, 28), (62, 78))), "apart"),
            ("Several", charts.between([(20, 0, "IM", True), (24, 1, "TW", False), (80, 0, "PR", False)], "three"), ""),
            ("One has answered", charts.scale(18, None, "Ingrid 18, Tomasz has not answered"), "not yet"),
        ],
        "forecasts": [
            (
                "It happened",
                charts.forecasts([85, 90, 80, 95, 70, 85, 90, 60], "Eight forecasts; it happened", outcome=100),
            ),
            ("Twenty agree", charts.forecasts([80] * 20 + [40], "Twenty at 80 per cent, one at 40")),
            ("Nobody yet", charts.forecasts([], "No forecasts yet")),
        ],
        "calibration": charts.calibration(
            [charts.Point(10, 14, 21, 4, 34), charts.Point(50, 45, 52, 32, 58), charts.Point(80, 63, 94, 53, 72)],
            "Said 10 per cent, happened 14; said 50, happened 45; said 80, happened 63",
            height=270,
        ),
    }


def _strip(up: tuple[int, ...], down: tuple[int, ...], missed: tuple[int, ...]) -> Any:
    events = [charts.Evidence(at, "up", "Commitment kept") for at in up]
    events += [charts.Evidence(at, "down", "Commitment missed, without a word") for at in down]
    events += [charts.Evidence(at, "miss", "Weekly hour not held") for at in missed]
    counts = f"{len(up)} support, {len(down)} weigh against, {len(missed)} did not happen"
    return charts.strip(events, counts)


def _tables() -> dict[str, Any]:
    before = ["180 °C platform", "40 MW", "Second line", "On-time delivery", "Two sources"]
    after = ["On-time delivery", "180 °C platform", "40 MW", "Two sources", "Second line"]
    names = [("Da", "Daniel"), ("Hé", "Hélène"), ("In", "Ingrid"), ("Jo", "Jonas"), ("Ma", "Mats")]
    cells = [charts.Cell("1", 0), charts.Cell("2", 1), charts.Cell("4", 3), charts.Cell("7", 6), charts.Cell("–", None)]
    return {
        "slope": charts.slope(before, after),
        "heat": charts.heat("Rank each person gave", names, [("On-time delivery", cells), ("40 MW", cells[::-1])]),
    }
