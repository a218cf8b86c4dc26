"""Pages of culture maps and shifts."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core.models import Link
from consort.vision.actions import checking
from consort.vision.actions import cultures as actions
from consort.vision.contexts import cultures as contexts
from consort.vision.forms.cultures import CheckForm, CultureForm, ShiftForm
from consort.vision.models import Culture, Shift, Statement
from consort.vision.policy import alignment as policy
from consort.vision.queries.cultures import cultures_for, shifts_for
from consort.web.ranking import order_in
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """Ask leaders how they work and need to work."""
    if not policy.may_start(request.person):
        raise Http404
    form = CultureForm(request.POST or None, person=request.person, initial={"mode": Culture.Mode.CONFIDENTIAL})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = actions.start_culture(
            by=request.person,
            title=given["title"],
            pairs=given["statements"],
            asking=form.asking(),
            mode=given["mode"],
            months=given["months"],
            id=given["id"],
        )
        return see(request, made, _("Asked. All answers open together."))
    return _form(request, "vision/alignment/culture_new.html", {"form": form})


@never_cache
@require_GET
def culture(request: MemberRequest, id: UUID) -> HttpResponse:
    """One culture map: what is asked, or what opened."""
    found = get_object_or_404(cultures_for(request.person), pk=id)
    return render(request, "vision/alignment/culture.html", contexts.page(found, request.person))


@require_POST
def keep(request: MemberRequest, id: UUID, statement: UUID) -> HttpResponse:
    """Mark a statement as something to keep, or no longer."""
    found = _chosen_by(request, id)
    marked = get_object_or_404(Statement.objects.select_related("culture"), pk=statement, culture=found)
    kept = request.POST.get("kept") == "yes"
    actions.keep_statement(statement=marked, by=request.person, kept=kept)
    return see(request, f"{found.get_absolute_url()}#s-keep", _("Marked to keep.") if kept else _("No longer marked."))


@require_http_methods(["GET", "POST"])
def choose(request: MemberRequest, id: UUID) -> HttpResponse:
    """Choose a shift; `from` names the statement it begins with."""
    found = _chosen_by(request, id)
    if request.method == "POST":
        form = ShiftForm(request.POST, culture=found, person=request.person)
        if form.is_valid():
            made = actions.choose_shift(
                culture=found, by=request.person, shift=form.shift(), id=form.cleaned_data["id"]
            )
            return see(request, found, _("Chosen: “%(goal)s”.") % {"goal": made.goal})
    else:
        begun = _statement(found, request.GET.get("from", ""))
        form = contexts.shift_form(found, request.person, begun)
    return _form(request, "vision/alignment/shift_form.html", {"form": form, "culture": found})


@require_POST
def order(request: MemberRequest, id: UUID) -> HttpResponse:
    """Put the shifts in order."""
    found = _chosen_by(request, id)
    known = {str(shift.pk): shift.pk for shift in found.shifts.all()}
    sent = [known[key] for key in order_in(request.POST, "order") if key in known]
    actions.order_shifts(culture=found, by=request.person, order=sent)
    return see(request, found, _("Put in order."))


@never_cache
@require_GET
def shift(request: MemberRequest, id: UUID) -> HttpResponse:
    """One shift, and what is held against it."""
    return _shift_page(request, _visible_shift(request, id))


@require_http_methods(["GET", "POST"])
def change(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say a shift better."""
    found = _own_shift(request, id)
    initial = {name: getattr(found, name) for name in ("start", "goal", "signs", "value", "statement")}
    form = ShiftForm(request.POST or None, culture=found.culture, person=request.person, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.change_shift(shift=found, by=request.person, to=form.shift())
        return see(request, found, _("Changed. What stood before is on record."))
    context = {"form": form, "culture": found.culture, "shift": found}
    return _form(request, "vision/alignment/shift_form.html", context)


@require_POST
def drop(request: MemberRequest, id: UUID) -> HttpResponse:
    """Take a shift out of the choice."""
    found = _own_shift(request, id)
    actions.drop_shift(shift=found, by=request.person)
    return see(request, found.culture, _("Dropped. That it was chosen stays on record."))


@require_POST
def check(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say what a decision does to a shift."""
    found = _own_shift(request, id)
    form = CheckForm(request.POST, person=request.person)
    if not form.is_valid():
        return _shift_page(request, found, form, status=422)
    given = form.cleaned_data
    checking.check_against(shift=found, thing=given["thing"], kind=given["kind"], by=request.person)
    return see(request, found, _("Noted, with your name."))


@require_POST
def untie(request: MemberRequest, id: UUID, link: UUID) -> HttpResponse:
    """Take that back."""
    found = _own_shift(request, id)
    tied = get_object_or_404(Link.objects.filter(to_id=found.pk), pk=link)
    checking.untie(shift=found, link=tied, by=request.person)
    return see(request, found, _("Taken back."))


def _chosen_by(request: MemberRequest, id: UUID) -> Culture:
    """A map whose shifts the reader may choose, or 404."""
    found = get_object_or_404(cultures_for(request.person), pk=id)
    if not policy.may_choose(found, request.person):
        raise Http404
    return found


def _visible_shift(request: MemberRequest, id: UUID) -> Shift:
    return get_object_or_404(shifts_for(request.person), pk=id)


def _own_shift(request: MemberRequest, id: UUID) -> Shift:
    """A shift that the reader may change, or 404."""
    found = _visible_shift(request, id)
    found.culture.organization = request.organization
    if not policy.may_choose(found.culture, request.person):
        raise Http404
    return found


def _statement(culture: Culture, text: str) -> Statement | None:
    return culture.statements.filter(position=int(text)).first() if text.isdecimal() and len(text) < 4 else None


def _shift_page(request: MemberRequest, shift: Shift, form: CheckForm | None = None, status: int = 200) -> HttpResponse:
    context = contexts.shift_page(shift, request.person, form)
    return render(request, "vision/alignment/shift.html", context, status=status)


def _form(request: MemberRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, status=422 if request.method == "POST" else 200)
