"""The options of a record: what was considered, what spoke for and against each, and which was chosen."""

import re

from consort.decisions.exchange.madr.sections import Section, items, plain
from consort.decisions.exchange.records import Alternative

CHOSEN = re.compile(r"(?:chosen|selected|preferred)\s+options?\s*(?:is|are)?\s*:?\**:?\s*(.+)", re.IGNORECASE)
QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]|\[([^\]]+)\]|\*\*([^*]+)\*\*|`([^`]+)`")
NUMBERED = re.compile(r"\boption\s+#?\s*([0-9]{1,2}|[a-z])\b", re.IGNORECASE)
SAID = re.compile(
    r"\**(good|bad|neutral|pro|con|\+|-|\[x\])\**\s*[,:]?\s*(?:because\s+)?(.*)", re.IGNORECASE | re.DOTALL
)
GOOD, BAD = (
    ("good", "pro", "pros", "advantages", "benefits", "+"),
    ("bad", "con", "cons", "disadvantages", "drawbacks", "-"),
)
LISTED = re.compile(r"\W*(pros|cons|advantages|disadvantages|benefits|drawbacks)\W*$", re.IGNORECASE)
MOST = 200


def alternatives_in(section: Section | None) -> list[Alternative]:
    """From a list, else from the headings below; one title stands once."""
    if section is None:
        return []
    listed = [Alternative(plain(first), rest.strip()) for first, rest in map(_first_line, items(section.text))]
    headed = [Alternative(plain(each.title), each.text.strip()) for each in section.inner]
    found: dict[str, Alternative] = {}
    for each in [*listed, *headed][:MOST]:
        if each.title and not LISTED.match(each.title):
            found.setdefault(key_of(each.title), each)
    return list(found.values())


def _first_line(item: str) -> tuple[str, str]:
    first, _newline, rest = item.partition("\n")
    return first, rest


def key_of(title: str) -> str:
    """What two spellings of one option have in common."""
    return re.sub(r"[^\w]+", " ", plain(title).casefold()).strip()


def weighed(alternatives: list[Alternative], *sections: Section | None) -> None:
    """Add what is said below a heading that names an option."""
    for section in sections:
        for each in section.inner if section else ():
            found = _named(alternatives, each.title)
            if found:
                _weigh(found, each)


def _weigh(found: Alternative, section: Section) -> None:
    said = items(section.text)
    told = [each for each in said if _side(each, "")]
    for item in told:
        _put(found, item, "")
    if not told and said and not found.text:
        found.text = section.text.strip()
    elif not said:
        found.text = found.text or section.text.strip()
    for inner in section.inner:
        for item in items(inner.text):
            _put(found, item, inner.title.lower().strip(" :"))


def _put(found: Alternative, item: str, heading: str) -> None:
    side = _side(item, heading)
    words = SAID.match(item)
    text = (words[2] if words and not heading else item).strip() or item
    {"good": found.good, "bad": found.bad}.get(side, found.neutral).append(text)


def _side(item: str, heading: str) -> str:
    """good, bad, neutral, or empty when the item does not say."""
    words = heading or ((said := SAID.match(item)) and _word(said, item)) or ""
    if words in GOOD:
        return "good"
    return "bad" if words in BAD else ("neutral" if words == "neutral" else "")


def _word(said: re.Match[str], item: str) -> str:
    """“Good, because …” counts; “Good old times” does not."""
    after = item[said.end(1) :].lstrip("*")
    return said[1].lower() if after[:1] in (",", ":") or said[1] in "+-" else ""


def _named(alternatives: list[Alternative], title: str) -> Alternative | None:
    key = key_of(title)
    exact = [each for each in alternatives if key_of(each.title) == key]
    near = [each for each in alternatives if key and (key in key_of(each.title) or key_of(each.title) in key)]
    return next(iter(exact or near), None)


def chosen_among(alternatives: list[Alternative], outcome: str) -> int | None:
    """The place of the option that the outcome names, None where it names none or more than one fits."""
    said = CHOSEN.search(outcome)
    if said is None:
        return None
    first = said[1].split("\n")[0]
    quoted = QUOTED.search(first)
    words = next((part for part in quoted.groups() if part), "") if quoted else re.split(r",|\bbecause\b", first)[0]
    fits = _fitting(alternatives, key_of(words)) or _numbered(alternatives, first)
    return fits[0] if len(fits) == 1 else None


def _fitting(alternatives: list[Alternative], key: str) -> list[int]:
    keys = [key_of(each.title) for each in alternatives]
    exact = [place for place, each in enumerate(keys) if each == key]
    return exact or [place for place, each in enumerate(keys) if key and (each in key or key in each)]


def _numbered(alternatives: list[Alternative], words: str) -> list[int]:
    number = NUMBERED.search(words)
    if number is None:
        return []
    return [
        place
        for place, each in enumerate(alternatives)
        if (found := NUMBERED.search(each.title)) and found[1].lower() == number[1].lower()
    ]
