"""Every word a reader sees can be translated, and is one we use."""

import re
from pathlib import Path

import pytest

PACKAGES = Path(__file__).parents[2]
FOR_DEVELOPERS = {"gallery", "gallery.html"}  # sample sentences of the component sheet
TEMPLATES = sorted(
    path
    for path in PACKAGES.glob("*/templates/**/*.*")
    if path.suffix in {".html", ".txt"} and not FOR_DEVELOPERS & {path.name, path.parent.name}
)
SKIPPED = re.compile(
    r"{%\s*block (?:modifiers|width|live)\s*%}.*?{%\s*endblock\b.*?%}"
    r"|{%\s*(comment|blocktranslate|blocktrans|verbatim)\b.*?%}.*?{%\s*end\1\s*%}|{#.*?#}|{{.*?}}"
    r"|<(style|script|code|kbd|svg)\b[^>]*>.*?</\2>|<!--.*?-->",
    re.DOTALL,
)
TAG = re.compile(r"{%.*?%}", re.DOTALL)
ELEMENT = re.compile(r"<[^<>]*>", re.DOTALL)
SPOKEN = re.compile(
    r'\s(?:aria-label|title|placeholder|alt|label|lede|words|hint|meta|kind|summary|confirm|yes)="([^"]*)"'
)
NAMES = {"Consort", "Markdown", "CSV", "JSON", "Ctrl", "K", "PDF"}
WORD = re.compile(r"[^\W\d_]{2,}")
AVOIDED = re.compile(
    r"\b(OKRs?|stakeholders?|synergy|engagement|dashboards?|leaderboards?|submit)\b|!(?=\s|$)", re.IGNORECASE
)
SAID = re.compile(r"{%\s*(?:translate|trans)\s+(\"[^\"]*\"|'[^']*')")


def blank(match):
    """Keeps the line numbers."""
    return "\n" * match.group(0).count("\n")


def untranslated(source):
    """(line, words) of text outside translation."""
    text = TAG.sub(blank, SKIPPED.sub(blank, source))
    spoken = [(match.start(1), match.group(1)) for match in SPOKEN.finditer(text)]
    shown = ELEMENT.sub(lambda match: " " + blank(match), text)
    pieces = [(text.count("\n", 0, start) + 1, words) for start, words in spoken]
    pieces += list(enumerate(shown.split("\n"), 1))
    return [(line, words.strip()) for line, words in pieces if set(WORD.findall(words)) - NAMES]


def test_the_check_sees_what_it_should():
    source = (
        '<p>Plain words</p>\n{% translate "Fine" %}<b aria-label="Spoken">{{ x }}</b>{% comment %}No{% endcomment %}'
    )
    assert untranslated(source) == [(2, "Spoken"), (1, "Plain words")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGES)))
def test_every_word_can_be_translated(path):
    found = [f"{path}:{line}: {words}" for line, words in untranslated(path.read_text())]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGES)))
def test_words_are_ours(path):
    found = [words for words in SAID.findall(path.read_text()) if AVOIDED.search(words.strip("\"'"))]
    assert not found
