"""Reading a script from a file that somebody sent. Nothing is guessed: what is wrong is said, line by line."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from consort.workshops.scripts.script import MOST_STEPS, Script, Step, Thing, problems_of
from consort.workshops.scripts.writing import FORMAT, VERSION

LARGEST = 200_000
KNOWN = {"kind", "title", "minutes", "question", "note", "names", "items", "earlier", "settings"}
SETTINGS = {"unit": str, "points": int, "ends": list}


class UnreadableScript(ValueError):
    """It cannot be played; `problems` says why, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def read(content: bytes) -> Script:
    """The script in a file. Raises UnreadableScript."""
    found = _document(content)
    activities = found.get("activities")
    if not isinstance(activities, list) or len(activities) > MOST_STEPS:
        raise UnreadableScript([_("“activities” is a list of at most %(most)s.") % {"most": MOST_STEPS}])
    steps = tuple(_step(each, place) for place, each in enumerate(activities, 1))
    script = Script(_text(found, "title", 120), _text(found, "purpose", 300), steps)
    if problems := problems_of(script):
        raise UnreadableScript(problems)
    return script


def _document(content: bytes) -> Mapping[str, Any]:
    if len(content) > LARGEST:
        raise UnreadableScript([_("The file is larger than %(most)s kB.") % {"most": LARGEST // 1000}])
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableScript([_("This is not JSON: %(error)s") % {"error": str(error)[:200]}]) from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise UnreadableScript([_("This is not a workshop script: “format” should be “%(name)s”.") % {"name": FORMAT}])
    if found.get("version") != VERSION:
        words = _("This script has version %(found)s; version %(known)s can be read.")
        raise UnreadableScript([words % {"found": str(found.get("version"))[:20], "known": VERSION}])
    return found


def _step(given: object, place: int) -> Step:
    where = _("Activity %(place)s") % {"place": place}
    if not isinstance(given, dict):
        raise UnreadableScript([f"{where}: " + _("it is not an object with a kind and a title.")])
    if unknown := set(given) - KNOWN:
        words = _("“%(name)s” is not known.") % {"name": min(unknown)[:40]}
        raise UnreadableScript([f"{where}: {words}"])
    try:
        return _checked(given)
    except (TypeError, ValueError, KeyError):
        words = _("a value is of the wrong sort: words in quotes, minutes as a whole number, items as a list.")
        raise UnreadableScript([f"{where}: {words}"]) from None


def _checked(given: Mapping[str, Any]) -> Step:
    earlier = given.get("earlier")
    return Step(
        kind=_words(given["kind"]),
        title=_words(given["title"]),
        minutes=_whole(given.get("minutes", 5)),
        question=_words(given.get("question", "")),
        note=_words(given.get("note", "")),
        names=_words(given.get("names", "attributed")),
        items=tuple(_thing(each) for each in _list(given.get("items", []))),
        earlier=None if earlier is None else _whole(earlier),
        settings=_settings(given.get("settings", {})),
    )


def _settings(given: Any) -> dict[str, Any]:
    """Raises ValueError for what no kind of activity knows."""
    if not isinstance(given, dict) or not set(given) <= set(SETTINGS):
        raise ValueError(given)
    if any(not isinstance(value, SETTINGS[name]) for name, value in given.items()):
        raise ValueError(given)
    ends = given.get("ends", ["", ""])
    if len(ends) != 2 or not all(isinstance(end, str) and len(end) <= 60 for end in ends):
        raise ValueError(given)
    if not 1 <= given.get("points", 100) <= 1000 or len(given.get("unit", "")) > 20:
        raise ValueError(given)
    return given


def _thing(given: Any) -> Thing:
    if isinstance(given, str):
        return Thing(_words(given))
    return Thing(_words(given["title"]), _words(given.get("detail", "")))


def _words(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(given)
    return given.replace("\x00", "").encode("utf-8", "replace").decode().strip()


def _whole(given: object) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise TypeError(given)
    return given


def _list(given: object) -> list[Any]:
    if not isinstance(given, list):
        raise TypeError(given)
    return given


def _text(found: Mapping[str, Any], name: str, longest: int) -> str:
    try:
        return _words(found.get(name, ""))[:longest]
    except TypeError:
        raise UnreadableScript([_("“%(name)s” should be words in quotes.") % {"name": name}]) from None
