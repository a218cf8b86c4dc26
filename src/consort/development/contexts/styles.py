"""How people work: one's own page, somebody's page, two side by side, a team."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from consort.core.models import Level, Partnership, Person
from consort.development import queries
from consort.development.contexts.agreements import lines_of
from consort.development.forms.styles import READERS
from consort.development.instrument import SCALES, Scale
from consort.development.models import StyleProfile
from consort.reckon.placements import Placement, lanes
from consort.web import charts

APART = 9.0
TALKED_OF = 3
Words = str | Promise


@dataclass(frozen=True)
class Shown:
    """One scale as drawn. `said`: who says what about it; `apart`: how far the two stand from each other."""

    scale: Scale
    drawing: SafeString
    said: list[tuple[str, str]]
    apart: float = 0
    is_beyond_doubt: bool = True


@dataclass(frozen=True)
class Column:
    """What somebody wrote about working with them; None when the reader is not shown it."""

    person: Person
    facts: list[tuple[Words, str]] | None


def own(person: Person) -> dict[str, Any]:
    """One's own page and the people one could look at side by side. Runs two queries."""
    profile = queries.profile_of(person)
    return {
        "profile": profile,
        "scales": _alone(profile) if profile else [],
        "column": Column(person, facts_of(profile) if profile else None),
        "readers": _readers(profile),
    }


def somebody(profile: StyleProfile) -> dict[str, Any]:
    """The page of somebody else."""
    assert profile.owner
    return {
        "profile": profile,
        "owner": profile.owner,
        "scales": _alone(profile),
        "column": Column(profile.owner, facts_of(profile)),
    }


def _readers(profile: StyleProfile | None) -> Words:
    return dict(READERS)[Level(profile.visibility if profile else Level.ME)]


def facts_of(profile: StyleProfile | None) -> list[tuple[Words, str]] | None:
    if profile is None:
        return None
    pairs = [
        (_("At best"), profile.at_best),
        (_("Under pressure"), profile.under_pressure),
        (_("You help by"), profile.help_by),
        (_("Never"), profile.never),
        (_("Brings"), profile.brings),
    ]
    return [(term, words) for term, words in pairs if words]


def _alone(profile: StyleProfile) -> list[Shown]:
    places = profile.placements
    return [_one(scale, places[scale.key], profile.said.get(scale.key, "")) for scale in SCALES if places]


def _one(scale: Scale, place: Placement, said: str) -> Shown:
    words = {"low": scale.low, "high": scale.high, "middle": round(place.middle)}
    label = _("%(low)s to %(high)s: %(middle)s of 100") % words
    drawing = charts.scale(place.middle, None, label, ranges=((place.low, place.high), None))
    return Shown(scale, drawing, [("", said)] if said else [])


def together(partnership: Partnership, reader: Person) -> dict[str, Any]:
    """A pair side by side, or a team. Runs six queries."""
    members = list(partnership.members)
    if partnership.is_pair and reader in members:
        members.sort(key=lambda member: member != reader)
    profiles = queries.profiles_of(members, reader)
    sits_here = reader in members
    common = {
        "partnership": partnership,
        "sits_here": sits_here,
        "own_is_placed": bool(own_profile.placements) if (own_profile := profiles.get(reader.pk)) else False,
        "columns": [Column(member, facts_of(profiles.get(member.pk))) for member in members],
        "agreements": lines_of(queries.agreements_of(partnership, reader), members) if sits_here else [],
    }
    if partnership.is_pair and len(members) == 2:
        return common | _pair(partnership, members[0], members[1], profiles)
    return common | _team(members, profiles, reader)


def differences(one: Person, other: Person, profiles: dict[Any, StyleProfile]) -> list[Shown]:
    """The scales of two people, those they differ most on first; only what is there where one has not answered."""
    mine, theirs = (_placements(profiles.get(each.pk)) for each in (one, other))
    shown = [_side_by_side(scale, one, other, profiles) for scale in SCALES if mine or theirs]
    return sorted(shown, key=lambda each: -each.apart)


def side_by_side(partnership: Partnership, reader: Person) -> list[Shown]:
    """What a pair differs most on, the reader first; nothing for a team, or before both have said. Runs one query."""
    if not partnership.is_pair or reader not in partnership.members:
        return []
    one, other = sorted(partnership.members, key=lambda member: member != reader)
    profiles = queries.profiles_of((one, other), reader)
    both = all(_placements(profiles.get(each.pk)) for each in (one, other))
    return differences(one, other, profiles)[:TALKED_OF] if both else []


def _placements(profile: StyleProfile | None) -> dict[str, Placement]:
    return profile.placements if profile else {}


def _side_by_side(scale: Scale, one: Person, other: Person, profiles: dict[Any, StyleProfile]) -> Shown:
    both = [_placements(profiles.get(each.pk)).get(scale.key) for each in (one, other)]
    mine, theirs = both
    label = _("%(low)s to %(high)s: %(places)s of 100") % {
        "low": scale.low,
        "high": scale.high,
        "places": _spoken([(person, place.middle) for person, place in zip((one, other), both, strict=True) if place]),
    }
    ranges = [(place.low, place.high) if place else None for place in both]
    drawing = charts.scale(
        mine.middle if mine else None, theirs.middle if theirs else None, label, ranges=(ranges[0], ranges[1])
    )
    said = [
        (person.first_name, words)
        for person in (one, other)
        if (profile := profiles.get(person.pk)) and (words := profile.said.get(scale.key))
    ]
    if mine is None or theirs is None:
        return Shown(scale, drawing, said)
    return Shown(scale, drawing, said, abs(mine.middle - theirs.middle), mine.is_apart_from(theirs))


def _spoken(places: list[tuple[Person, float]]) -> str:
    return ", ".join(f"{person.first_name} {round(middle)}" for person, middle in places)


def _pair(partnership: Partnership, one: Person, other: Person, profiles: dict[Any, StyleProfile]) -> dict[str, Any]:
    shown = differences(one, other, profiles)
    strengths = queries.strengths_in(partnership)
    both = bool(_placements(profiles.get(one.pk)) and _placements(profiles.get(other.pk)))
    return {
        "one": one,
        "other": other,
        "scales": shown,
        "both": both,
        "talk": [each.scale.talk for each in shown[:TALKED_OF]] if both else [],
        "strengths": strengths,
        "own_word": next((each for each in strengths if each.by_id == one.pk), None),
        "finding": _finding(shown[0]) if both else "",
    }


def _finding(most: Shown) -> str:
    words = {"low": most.scale.low, "high": most.scale.high}
    if not most.is_beyond_doubt:
        return _("Nothing sets you two apart beyond doubt.")
    return _("You differ most between “%(low)s” and “%(high)s”.") % words


def _team(members: list[Person], profiles: dict[Any, StyleProfile], reader: Person) -> dict[str, Any]:
    placed = [member for member in members if _placements(profiles.get(member.pk))]
    return {
        "placed": placed,
        "scales": [_crowd(scale, placed, profiles, reader) for scale in SCALES if placed],
        "silent": len(members) - len(placed),
    }


def _crowd(scale: Scale, people: list[Person], profiles: dict[Any, StyleProfile], reader: Person) -> Shown:
    middles = [profiles[each.pk].placements[scale.key].middle for each in people]
    rows = zip(people, middles, lanes(middles, APART), strict=True)
    label = _("%(low)s to %(high)s: %(places)s of 100") % {
        "low": scale.low,
        "high": scale.high,
        "places": _spoken(list(zip(people, middles, strict=True))),
    }
    drawing = charts.between([(x, lane, each.initials, each == reader) for each, x, lane in rows], label)
    return Shown(scale, drawing, [])
