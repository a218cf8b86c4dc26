"""Findings of the rules: the Conflicts tab, one of them, setting it aside, marking a contradiction."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.core import kinds
from consort.core.errors import require
from consort.core.models import Link
from consort.vision.actions import findings as actions
from consort.vision.contexts import findings as contexts
from consort.vision.forms.findings import MarkForm, OpposedForm, ReasonForm
from consort.vision.models import Contradiction, Dismissal, Purpose, WillNot
from consort.vision.policy import findings as policy
from consort.vision.rules import Finding, Key
from consort.vision.rules.remembering import Aside, judgement_for, recall
from consort.vision.views import finding as find
from consort.web.requests import MemberRequest
from consort.web.responses import is_htmx, see

NOW = "now"


@require_safe
def listing(request: MemberRequest) -> HttpResponse:
    """What works against what, in as much of the strategy as one may see."""
    if recall(request.person) is None and NOW not in request.GET:
        return render(request, "vision/findings/list.html", {"later": _now_url(request)})
    context = contexts.listing(request.person, contexts.Wanted.of(request.GET.dict()))
    return render(request, "vision/findings/list.html" + ("#found" if is_htmx(request) else ""), context)


@require_safe
def of_objective(request: MemberRequest, id: UUID) -> HttpResponse:
    """What asks about an objective, for its page."""
    context = contexts.of_objective(find.objective(request, id), request.person)
    return render(request, "vision/findings/section.html", context) if context else HttpResponse()


@require_safe
def explained(request: MemberRequest) -> HttpResponse:
    """Every rule, and why it asks."""
    return render(request, "vision/findings/rules.html", contexts.explained())


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: MemberRequest, rule: str, about: UUID, other: UUID | None = None) -> HttpResponse:
    """One finding; by POST it is set aside."""
    found, aside = _found(request, (rule, about, other))
    form = ReasonForm(request.POST or None)
    if request.method == "POST":
        require(policy.may_set_aside(found, request.person))
        if form.is_valid():
            made = actions.set_aside(finding=found, by=request.person, **form.cleaned_data)
            words = _("Set aside. It asks again when something about it changes.")
            return see(request, _list_url(request), words, undo=_undo_url(request, made))
    return _one(request, found, aside, form, MarkForm())


@require_POST
def mark(request: MemberRequest, about: UUID, other: UUID) -> HttpResponse:
    """Say that an objective goes against a "will not"."""
    objective = find.objective(request, about)
    in_force = Purpose.objects.visible_to(request.person).filter(state=Purpose.State.AGREED)
    will_not = get_object_or_404(WillNot.objects.filter(purpose__in=in_force).select_related("purpose"), pk=other)
    require(policy.may_mark(objective, request.person))
    form = MarkForm(request.POST)
    if not form.is_valid():
        found, aside = _found(request, ("may_contradict", about, other))
        return _one(request, found, aside, ReasonForm(), form)
    made = actions.mark_contradiction(objective=objective, will_not=will_not, by=request.person, **form.cleaned_data)
    undo = reverse("vision:contradiction_withdraw", args=[request.organization.slug, made.pk])
    return see(request, _list_url(request), _("Marked as a conflict, with your words."), undo=undo)


@require_http_methods(["GET", "HEAD", "POST"])
def oppose(request: MemberRequest) -> HttpResponse:
    """Say that two objectives cannot both be reached."""
    require(request.person.sees_leaders)
    form = OpposedForm(request.POST or None, person=request.person, initial={"one": request.GET.get("one")})
    if request.method == "POST" and form.is_valid():
        actions.oppose(by=request.person, **form.cleaned_data)
        return see(request, _list_url(request), _("Marked. It stands at both of them."))
    status = 422 if request.method == "POST" else 200
    return render(request, "vision/findings/oppose.html", {"form": form}, status=status)


@require_POST
def reconcile(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take back that two stand against each other."""
    link = get_object_or_404(Link, pk=id, organization=request.organization, kind=Link.Kind.CONFLICTS_WITH)
    for end in ((link.from_kind, link.from_id), (link.to_kind, link.to_id)):
        kinds.fetch(*end, request.person)
    actions.oppose_no_more(link=link, by=request.person)
    return see(request, _list_url(request), _("Taken back."))


@require_POST
def withdraw(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take a mark back."""
    made = get_object_or_404(Contradiction.objects.select_related("objective", "will_not"), pk=id)
    made.objective = find.objective(request, made.objective_id)
    actions.withdraw_contradiction(mark=made, by=request.person)
    return see(request, _list_url(request), _("Taken back."))


@require_POST
def take_back(request: MemberRequest, id: UUID) -> HttpResponse:
    """Let what was set aside ask again."""
    dismissal = get_object_or_404(Dismissal, pk=id, organization=request.organization)
    thing = kinds.fetch(dismissal.about_kind, dismissal.about_id, request.person)
    actions.take_back(dismissal=dismissal, by=request.person)
    is_check = dismissal.source == Dismissal.Source.CHECK
    there = reverse("vision:writing", args=[request.organization.slug, thing.pk]) if is_check else _list_url(request)
    return see(request, there, _("It asks again."))


def _found(request: MemberRequest, key: Key) -> tuple[Finding, Aside | None]:
    """The finding if the rules find it in what the reader may see, else 404."""
    judgement = judgement_for(request.person)
    for each in judgement.asking:
        if each.key == key:
            return each, None
    for aside in judgement.aside:
        if aside.finding.key == key:
            return aside.finding, aside
    raise Http404


def _one(
    request: MemberRequest, found: Finding, aside: Aside | None, form: ReasonForm, marking: MarkForm
) -> HttpResponse:
    context = contexts.one(found, aside, request.person) | {"form": form, "marking": marking}
    return render(request, "vision/findings/finding.html", context, status=422 if request.method == "POST" else 200)


def _list_url(request: MemberRequest) -> str:
    return reverse("vision:findings", args=[request.organization.slug])


def _now_url(request: MemberRequest) -> str:
    """The same page, which waits for the rules."""
    asked = request.GET.copy()
    asked[NOW] = "1"
    return f"{request.path}?{asked.urlencode()}"


def _undo_url(request: MemberRequest, made: Dismissal) -> str:
    return reverse("vision:finding_take_back", args=[request.organization.slug, made.pk])
