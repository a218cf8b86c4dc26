"""Pages on which scripts have something to do, for the browser tests of the frame."""

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path
from django_cotton.compiler_regex import CottonCompiler

from consort.core.errors import Refused
from consort.web import responses
from consort.web.hub import hub
from consort.web.ranking import order_in
from consort.web.tests import addresses

kept: dict[str, object] = {}

FORM = """<c-form id="note-form" action="/varnholt/note/" :form="form">
<c-slot name="acts"><c-btn>Send</c-btn></c-slot></c-form>"""
REGION = """<c-live id="region" topic="thing:1" url="/varnholt/region/"><p id="count">{{ count }}</p>
<label>Aside <input id="aside" value="{{ count }}"></label>
<details id="fold"><summary>Fold</summary></details></c-live>"""
PAGE = """{% extends "web/page.html" %}{% load web %}{% block title %}Work{% endblock %}
{% block live %}{% live_topics "thing:1" %}{% endblock %}{% block main %}""" + (
    REGION
    + FORM
    + """<c-form id="draft" action="/varnholt/note/" autosave="/varnholt/draft/" plain>
<c-field label="Words" id="words-field"><textarea id="words-field" name="words"></textarea></c-field></c-form>
<c-form id="sealed" action="/varnholt/note/" autosave="/varnholt/draft/" sealed plain>
<c-field label="Secret" id="secret"><textarea id="secret" name="secret"></textarea></c-field></c-form>
<c-act url="/varnholt/refused/">Refuse</c-act>
<c-act url="/varnholt/acted/" confirm="Withdraw it?" consequence="For good." yes="Withdraw it" danger>Withdraw</c-act>
<form method="post" action="/varnholt/ordered/">{% csrf_token %}<c-rank name="order" label="Order" :items="items" />
<c-btn>Keep the order</c-btn></form><c-odds name="likely" label="how likely" />{% endblock %}"""
)


class NoteForm(forms.Form):
    title = forms.CharField()
    text = forms.CharField(widget=forms.Textarea, required=False)

    def clean_title(self) -> str:
        if self.cleaned_data["title"] == "wrong":
            raise forms.ValidationError("Not that one.")
        return str(self.cleaned_data["title"])


def made(request: HttpRequest, source: str, status: int = 200, **context: object) -> HttpResponse:
    template = engines["django"].from_string(CottonCompiler().process(source))
    return HttpResponse(template.render(context, request), status=status)


def work(request: HttpRequest) -> HttpResponse:
    items = [{"value": name[0].lower(), "label": name} for name in ("Alpha", "Beta", "Gamma")]
    return made(request, PAGE, form=NoteForm(), items=items, count=0)


def region(request: HttpRequest) -> HttpResponse:
    kept["count"] = int(str(kept.get("count", 0))) + 1
    return made(request, REGION, count=kept["count"])


def note(request: HttpRequest) -> HttpResponse:
    form = NoteForm(request.POST)
    if not form.is_valid():
        return made(request, FORM, status=422, form=form)
    responses.tell(request, "Noted.", undo="/varnholt/acted/")
    return made(request, FORM + '{% include "web/parts/toasts_aside.html" %}', form=NoteForm())


def draft(request: HttpRequest) -> HttpResponse:
    kept["draft"] = request.POST.dict()
    return HttpResponse(status=204)


def acted(request: HttpRequest) -> HttpResponse:
    kept["acted"] = True
    return responses.see(request, "/varnholt/work/", "Withdrawn.")


def ordered(request: HttpRequest) -> HttpResponse:
    kept["order"] = order_in(request.POST, "order")
    return responses.see(request, "/varnholt/work/", "The order is kept.")


def refused(request: HttpRequest) -> HttpResponse:
    raise Refused("The round has closed.")


def changed(request: HttpRequest) -> HttpResponse:
    hub.publish("thing:1")
    return JsonResponse({})


def find(request: HttpRequest) -> HttpResponse:
    found = "".join(
        f'<a href="{place}">{{{{ request.GET.q }}}}</a>' for place in ("/varnholt/decisions/", "/varnholt/")
    )
    return made(request, found if responses.is_htmx(request) else PAGE, form=NoteForm())


weave = [*addresses.weave, path("find/", find, name="find")]
views = (work, region, note, draft, acted, ordered, refused, changed)
inside = [
    path("", include((weave, "weave"))),
    path("decisions/", include((addresses.decisions, "decisions"))),
    *(path(f"{view.__name__}/", view) for view in views),
]
urlpatterns = [*addresses.urlpatterns[:-1], path("<slug:organization>/", include(inside))]
