"""The public page: opened and withdrawn by its publisher, read by anybody."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consort.vision.actions.publishing.opening import kept_inside, open_public_page, withdraw_public_page
from consort.vision.contexts.publishing.reading import public_url
from consort.vision.forms.publishing import PublicPageForm
from consort.vision.models import Publication
from consort.vision.queries.publishing import shown_edition
from consort.vision.views.publishing.finding import find_own, find_shown
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def settings(request: MemberRequest, id: UUID) -> HttpResponse:
    """Choose what the world sees."""
    found = find_own(request, id)
    sections = list(find_shown(found).sections.all())
    inside = kept_inside(sections, request.person)
    form = PublicPageForm(
        request.POST or None, publication=found, sections=[each for each in sections if each not in inside]
    )
    if request.method == "POST" and form.is_valid():
        indexed = form.cleaned_data["indexed"]
        open_public_page(publication=found, by=request.person, sections=form.chosen(), indexed=indexed)
        return see(request, request.path, _("Open to everybody."))
    context = {
        "form": form,
        "publication": found,
        "inside": inside,
        "public_url": request.build_absolute_uri(public_url(found)) if found.address else "",
    }
    return render(request, "vision/publishing/public.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def withdraw(request: MemberRequest, id: UUID) -> HttpResponse:
    """Close the public page at once."""
    withdraw_public_page(publication=find_own(request, id), by=request.person)
    where = reverse("vision:publication_public", args=[request.organization.slug, id])
    return see(request, where, _("Withdrawn. The address answers as if there were nothing."))


@login_not_required
@require_safe
def public_goals(request: HttpRequest, house: str, address: str) -> HttpResponse:
    """What the world sees: the sections that were marked, without a name in them."""
    found = get_object_or_404(
        Publication.objects.select_related("organization"),
        organization__slug=house,
        address=address,
        opened__isnull=False,
        state=Publication.State.OUT,
    )
    edition = shown_edition(found)
    assert edition is not None
    sections = list(edition.sections.filter(is_public=True))
    context = {"publication": found, "house": found.organization, "edition": edition, "sections": sections}
    answer = render(request, "vision/publishing/world.html", context)
    if not found.indexed:
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "no-store"
    return answer
