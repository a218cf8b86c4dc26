"""The minutes: everything that happened, from what is stored; nobody has to write them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.rounds.contexts.findings import finding
from consort.rounds.models import Question
from consort.rounds.orders import comparing
from consort.rounds.orders import wording as order_wording
from consort.rounds.spoken import listed
from consort.workshops import outcomes, policy, wording
from consort.workshops.contexts.stage import Context, frame_of, outcomes_of, to_keep
from consort.workshops.models import Activity, ActivityKind, Participant, Workshop
from consort.workshops.queries import Group, activities_of, groups_in, participants_of


@dataclass(frozen=True)
class Finding:
    """A question, what came of it in a sentence, and the words that were said."""

    prompt: str
    sentence: str
    texts: list[str]


@dataclass(frozen=True)
class Minute:
    """One activity that took place."""

    activity: Activity
    lasted: str
    findings: list[Finding]
    groups: list[Group]
    order: list[str]
    is_alignment: bool


def minutes(workshop: Workshop, reader: Person) -> Context:
    """The page of a workshop that is over. At most twelve queries."""
    activities = [each for each in activities_of(workshop) if each.state == Activity.State.DONE]
    people = participants_of(workshop)
    groups = groups_in([each for each in activities if each.kind == ActivityKind.WRITE])
    questions = _questions(activities)
    is_invited = any(each.person_id == reader.pk for each in people)
    return {
        **frame_of(workshop),
        "minutes": [_minute(each, questions, groups.get(each.pk, [])) for each in activities],
        "standing": wording.standing(workshop),
        "began": wording.moment(workshop.began_at) if workshop.began_at else "",
        "who": _who(people),
        "alignment": alignment_in(activities),
        "prepares": policy.may_prepare(workshop, reader),
        **to_keep(activities, outcomes.open_to(reader) if is_invited else []),
        **outcomes_of(workshop, reader),
    }


def _questions(activities: Sequence[Activity]) -> dict[object, list[Question]]:
    """The questions of every round, by round. Runs one query."""
    found: dict[object, list[Question]] = {}
    for question in Question.objects.filter(round__in=[each.round_id for each in activities if each.round_id]):
        found.setdefault(question.round_id, []).append(question)
    return found


def _minute(activity: Activity, questions: dict[object, list[Question]], groups: list[Group]) -> Minute:
    result = (activity.round.result if activity.round else None) or {}
    summaries = result.get("questions", {})
    is_order = activity.kind == ActivityKind.RANK
    findings = [
        _finding(question, summaries[question.key])
        for question in questions.get(activity.round_id, [])
        if question.key in summaries and not groups and not is_order
    ]
    titles = {each["key"]: each["label"] for each in activity.items}
    order = comparing.sequence_in(comparing.order_in(result), titles) if is_order else []
    said = [each for each in findings if each.sentence or each.texts]
    return Minute(activity, wording.lasted(activity), said, groups, order, is_order and bool(result))


def _finding(question: Question, summary: dict[str, object]) -> Finding:
    if summary.get("withheld"):
        return Finding(question.prompt, _("Too few answered for anything to be shown."), [])
    texts = summary.get("texts")
    return Finding(question.prompt, finding(question, summary), list(texts) if isinstance(texts, list) else [])


def _who(people: Sequence[Participant]) -> list[str]:
    """Who was there, who came from elsewhere or answered in their own time, who was not there."""
    there = [each for each in people if each.joined_at]
    away = [each.person.first_name for each in people if not each.joined_at]
    remote = [each.person.first_name for each in there if each.way == Participant.Way.REMOTE]
    early = [each.person.first_name for each in there if each.left_at]
    names = [each.person.first_name for each in there]
    sentences = [_("There: %(names)s.") % {"names": listed(names)}] if names else []
    if remote:
        sentences.append(_("From elsewhere: %(names)s.") % {"names": listed(remote)})
    if early:
        sentences.append(_("Left early: %(names)s.") % {"names": listed(early)})
    if away:
        sentences.append(_("Not there: %(names)s.") % {"names": listed(away)})
    return sentences


def alignment_in(activities: Sequence[Activity]) -> str:
    """How agreement stood before and after, in one sentence; empty where it was not measured twice."""
    ranks = [each for each in activities if each.kind == ActivityKind.RANK and each.round and each.round.is_opened]
    last = ranks[-1] if ranks else None
    if last is None or last.source is None or last.source not in ranks:
        return ""
    results = [comparing.order_in(each.round.result) for each in (last.source, last) if each.round]
    before, after = (each.get("agreement") for each in results)
    return order_wording.lede(after, before, int(results[-1].get("complete") or 0)) if after else ""
