"""What reaches the reader, and the link that stops it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from consort.channels import contexts
from consort.channels.actions.reach import choose, turn
from consort.channels.forms.reach import ReachForm
from consort.channels.mail.people import reach_of
from consort.channels.mail.stopping import read_stop
from consort.web.requests import MemberRequest
from consort.web.responses import see


@require_http_methods(["GET", "POST"])
def reach(request: MemberRequest) -> HttpResponse:
    """The reader's own choice of mail."""
    form = ReachForm(request.POST or None, instance=reach_of(request.person))
    if request.method == "POST" and form.is_valid():
        choose(by=request.person, **form.cleaned_data)
        return see(request, request.path, _("Saved."))
    context = {"form": form, **contexts.reach(request.person)}
    return render(request, "channels/reach.html", context, status=422 if form.errors else 200)


@login_not_required
@csrf_exempt  # mail readers stop a mail by themselves (RFC 8058); the address is the proof
@never_cache
@require_http_methods(["GET", "POST"])
def stop_mail(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing, since mail scanners look; sending stops, or begins again."""
    found = read_stop(token)
    if found is None or found[0].left:
        raise Http404
    person, rule = found
    if request.method == "POST":
        turn(rule=rule, on="again" in request.POST, by=person)
    context = {"whose": person, "rule": rule, "is_on": getattr(reach_of(person), rule.name)}
    return render(request, "channels/stop.html", context)
