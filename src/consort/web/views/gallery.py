"""The gallery: every component and chart, in every state."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consort.web.views import samples


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Open to everyone in a demonstration and to developers, else to those signed in."""
    if not (settings.DEBUG or settings.DEMONSTRATION or request.user.is_authenticated):
        return redirect_to_login(request.get_full_path())
    return render(request, "web/gallery.html", samples.context())
