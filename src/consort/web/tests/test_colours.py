"""Every pair of colours that the interface uses can be read, in both themes (WCAG 2.2)."""

import math
import re
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[1] / "static/consort/css/tokens.css").read_text()
COLOUR = r"((?:oklch\([^)]*\))|#fff)"
THEMES = ("light", "dark")


def linear(lightness, chroma, hue):
    """Linear sRGB of an oklch colour."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    )
    return [min(1, max(0, part)) for part in rgb]


def parsed(text):
    if text == "#fff":
        return [1, 1, 1]
    return linear(*map(float, re.match(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)", text).groups()))


FOUND = re.findall(rf"--([\w-]+):\s*light-dark\({COLOUR},\s*{COLOUR}\)", TOKENS)
COLOURS = {name: dict(zip(THEMES, map(parsed, pair), strict=True)) for name, *pair in FOUND}


def contrast(one, other):
    lights = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


GROUNDS = ("page", "sheet", "raised", "sunken")
TEXTS = ("ink", "ink-2", "ink-3", "accent", "good", "caution", "critical", "other", "third")
SOFT = ("accent", "good", "caution", "critical", "other")
PAIRS = [
    *((text, ground, 4.5) for text in TEXTS for ground in GROUNDS),
    *(("control", ground, 3) for ground in GROUNDS),
    *((text, f"{name}-soft", 4.5) for name in SOFT for text in ("ink", "ink-2", name)),
    *(("on-accent", name, 4.5) for name in ("accent", "accent-2")),
    *(("sheet", name, 4.5) for name in ("other", "third", "ink")),
    *((name, "sheet", 3) for name in ("accent", "other", "ink-3")),
]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_a_pair_can_be_read(text, ground, least, theme):
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= least
