"""Resolving, committing, carrying out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consort.core.errors import refuse_unless, require
from consort.core.models import Person
from consort.decisions import policy
from consort.decisions.actions import changing_options, committing, resolving
from consort.decisions.actions.changing_options import CHANGED_IN, changed_meanwhile
from consort.decisions.actions.committing import CARRIED_OUT
from consort.decisions.cases import Case
from consort.decisions.forms import AnswerForm, ConsiderationsForm, ResolveForm, StanceForm, StepForm
from consort.decisions.forms.options import OptionsForm
from consort.decisions.models import Choice, Decision, Stage, Stance
from consort.decisions.rounds_of import BALLOT
from consort.decisions.views.finding import done, find_bare, mistaken, still_at
from consort.rounds.models import Round
from consort.rounds.queries import participation
from consort.web.requests import MemberRequest


@require_POST
def consider(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    case = Case(decision)
    require(policy.decides(case, request.person))
    still_at(decision, Stage.RESOLVE)
    people = Person.objects.filter(pk__in=case.to_consider)
    form = ConsiderationsForm(people, {}, request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "considerations", form)
    resolving.consider(decision=decision, by=request.person, answers=form.answers())
    return done(request, decision, _("Answered. Each of them reads what you said."))


@require_http_methods(["GET", "HEAD", "POST"])
def change_options(request: MemberRequest, number: int) -> HttpResponse:
    """The options as they are to stand."""
    decision = find_bare(request, number)
    case = Case(decision)
    still_at(decision, *CHANGED_IN)
    require(policy.may_change_options(case, request.person))
    if request.method == "POST":
        refuse_unless(request.POST.get("edition") == str(decision.edition), changed_meanwhile())
    form = OptionsForm(decision.standing_options, decision.edition, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        wanted, edition = form.wanted(), form.cleaned_data["edition"]
        anew = changing_options.change_options(decision=decision, by=request.person, options=wanted, edition=edition)
        return done(request, decision, _asked_anew(anew), "#s-options")
    asking = case.rounds.asking
    context = {
        "decision": decision,
        "form": form,
        "voting": participation(asking, request.person) if asking and asking.kind == BALLOT else None,
        "has_ballot": case.ballot_opened,
    }
    return render(request, "decisions/options.html", context, status=422 if request.method == "POST" else 200)


def _asked_anew(ballot: Round | None) -> str:
    if ballot is None:
        return _("These options stand.")
    return _("These options stand. Everyone is asked to vote on them; the ballot before is kept.")


@require_POST
def resolve(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    case = Case(decision)
    require(policy.decides(case, request.person))
    words = request.POST.get("text", "").strip()
    if decision.stage != Stage.COMMIT or decision.outcome_text != words:  # else it is the same form, sent twice
        still_at(decision, Stage.RESOLVE)
    form = ResolveForm(case, request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "resolve", form)
    given = form.cleaned_data
    resolving.resolve(
        decision=decision,
        by=request.person,
        chosen=form.chosen(),
        text=given["text"],
        because=given["because"],
        settled_how=given.get("settled_how", ""),
    )
    return done(request, decision, _("Recorded. Everyone with a part now says where they stand."))


@require_POST
def stance(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    require(policy.has_part(Case(decision), request.person))
    still_at(decision, *CARRIED_OUT)
    form = StanceForm(request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "stance", form)
    given = form.cleaned_data
    committing.take_stance(
        decision=decision, by=request.person, choice=given["choice"], reason=given["reason"], id=given["id"]
    )
    return done(request, decision, _stood(given["choice"]))


def _stood(choice: str) -> str:
    return {
        Choice.AGREE.value: _("You agreed. It stands with your name."),
        Choice.COMMIT.value: _("You disagreed and committed. Your reason is kept with it."),
        Choice.OBJECT.value: _("You objected. Those who decide must answer you before it goes on."),
    }[choice]


@require_POST
def answer(request: MemberRequest, number: int, stance: UUID) -> HttpResponse:
    decision = find_bare(request, number)
    found = get_object_or_404(Stance.objects.select_related("decision", "person"), pk=stance, decision=decision)
    require(policy.may_answer(Case(decision), found, request.person))
    form = AnswerForm(request.POST, key=found.pk)
    if not form.is_valid():
        return mistaken(request, decision, f"answer-{found.pk}", form, stance=found)
    committing.answer_objection(stance=found, by=request.person, answer=form.cleaned_data["answer"])
    return done(request, decision, _("Answered. The objection stays on the record with your answer."))


@require_POST
def carry_out(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    case = Case(decision)
    require(policy.has_part(case, request.person))
    still_at(decision, *CARRIED_OUT)
    form = StepForm(case, request.person, request.POST)
    if not form.is_valid():
        return mistaken(request, decision, "step", form)
    given, giver = form.cleaned_data, form.person("giver")
    committing.carry_out(
        decision=decision,
        by=request.person,
        giver=giver,
        receiver=form.person("receiver"),
        what=given["what"],
        due=given["due"],
        cue=given["cue"],
        id=given["id"],
    )
    return done(request, decision, _promised(request.person, giver), "#commitments")


def _promised(by: Person, giver: Person) -> str:
    if by == giver:
        return _("You committed to it. It is among your commitments.")
    return _("%(name)s is asked to commit to it.") % {"name": giver.first_name}


@require_POST
def begin(request: MemberRequest, number: int) -> HttpResponse:
    decision = find_bare(request, number)
    committing.begin_carrying_out(decision=decision, by=request.person)
    return done(request, decision, _("It is being carried out. The review comes by itself."))


@require_POST
def reopen(request: MemberRequest, number: int) -> HttpResponse:
    decision: Decision = find_bare(request, number)
    committing.reopen(decision=decision, by=request.person)
    return done(request, decision, _("Back in debate. What had been decided stays in the record."))
