"""Saying how one works; one's own page, somebody's, and people side by side."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consort.core.models import Level
from consort.development import queries
from consort.development.actions import styles as actions
from consort.development.contexts import styles as contexts
from consort.development.forms.styles import PageForm, PlacesForm, StrengthForm
from consort.development.models import StyleProfile
from consort.development.views.fetching import own_partnership, partnership_of
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_GET
def own(request: MemberRequest) -> HttpResponse:
    """The reader's own page."""
    return render(request, "development/styles/own.html", contexts.own(request.person))


@require_GET
def somebody(request: MemberRequest, person: UUID) -> HttpResponse:
    """How somebody works, if they show it to the reader."""
    if person == request.person.pk:
        return redirect("development:styles", request.organization.slug)
    found = get_object_or_404(
        StyleProfile.objects.visible_to(request.person).select_related("owner", "organization"), owner=person
    )
    return render(request, "development/styles/somebody.html", contexts.somebody(found))


@require_http_methods(["GET", "POST"])
def answers(request: MemberRequest) -> HttpResponse:
    """Place oneself between the opposites."""
    form = PlacesForm(request.POST or None, profile=queries.profile_of(request.person))
    if request.method == "POST" and form.is_valid():
        actions.place(by=request.person, **form.given())
        return see(request, _own_page(request), _("Kept. Whoever you show your page to sees it."))
    status = 422 if request.method == "POST" else 200
    return render(request, "development/styles/answers.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def page(request: MemberRequest) -> HttpResponse:
    """Write how to work with oneself, and choose who sees it."""
    profile = queries.profile_of(request.person)
    words = {name: getattr(profile, name) for name in actions.WORDS} if profile else {}
    visible = profile.visibility if profile else Level.PARTNERSHIP
    form = PageForm(request.POST or None, initial={**words, "visibility": visible})
    if request.method == "POST" and form.is_valid():
        actions.describe(by=request.person, **form.cleaned_data)
        return see(request, _own_page(request), _("Kept."))
    status = 422 if request.method == "POST" else 200
    return render(request, "development/styles/page.html", {"form": form}, status=status)


def _own_page(request: MemberRequest) -> str:
    return reverse("development:styles", args=[request.organization.slug])


@require_GET
def together(request: MemberRequest, id: UUID) -> HttpResponse:
    """Two people side by side, or a team without types."""
    request.place = "partnerships"
    found = partnership_of(request, id)
    context = contexts.together(found, request.person)
    if other := context.get("other"):
        context["form"] = StrengthForm(of=other, initial={"words": getattr(context["own_word"], "words", "")})
    return render(request, f"development/styles/{'pair' if other else 'team'}.html", context)


@require_POST
def strength(request: MemberRequest, id: UUID) -> HttpResponse:
    """Say what the other of a pair knows best."""
    found = own_partnership(request, id)
    if not found.is_pair:
        raise Http404
    other = next(member for member in found.members if member != request.person)
    form = StrengthForm(request.POST, of=other)
    address = reverse("development:together", args=[request.organization.slug, found.pk])
    if not form.is_valid():
        return see(request, address, _("Say in a few words what it is. Nothing was kept."))
    actions.say_strength(partnership=found, of=other, by=request.person, words=form.cleaned_data["words"])
    return see(request, address, _("Kept. %(name)s can read it.") % {"name": other.first_name})
