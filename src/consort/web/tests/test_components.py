import re
from pathlib import Path

import pytest
from django.forms import CharField, Form
from django.template import Context, engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from consort.web.ranking import order_in

TEMPLATES = Path(__file__).parents[1] / "templates"
COMPONENTS = sorted(path.stem for path in (TEMPLATES / "cotton").glob("*.html"))
NEEDS = {"icon": 'name="today"'}
EVIL = '" onmouseover="alert(1)" x="'


def rendered(source, **context):
    """What a page with `source` in it sends."""
    template = engines["django"].from_string(CottonCompiler().process(source))
    request = RequestFactory().get("/here/")
    return template.template.render(Context({"request": request, "csrf_token": "token", **context}))


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_stands_alone(name):
    html = rendered(f"<c-{name} {NEEDS.get(name, '')}>words</c-{name}>")
    assert "{{" not in html
    assert "{%" not in html
    assert "<c-" not in html


@pytest.mark.parametrize("name", [name for name in COMPONENTS if name != "head"])  # a page has one, from web/page.html
def test_every_component_is_in_the_gallery(name):
    pages = [path.read_text() for path in (TEMPLATES / "web").rglob("*.html")]
    inside = [path.read_text() for path in (TEMPLATES / "cotton").glob("*.html")]
    assert any(f"<c-{name} " in text or f"<c-{name}>" in text or f"<c-{name}/" in text for text in pages + inside)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_described(name):
    assert f"`c-{name}`" in (TEMPLATES / "cotton" / "README.md").read_text()


def test_attributes_are_passed_on_and_escaped():
    html = rendered('<c-btn :title="evil" data-id="7" hidden>Act</c-btn>', evil=EVIL)
    assert 'data-id="7" hidden>' in html
    assert ' onmouseover="' not in html


def test_what_is_absent_leaves_no_attribute():
    html = rendered('<c-btn :title="nothing" :hidden="no">Act</c-btn>', nothing=None, no=False)
    assert "title" not in html
    assert "hidden" not in html


@pytest.mark.parametrize(
    "source", ['<c-row :title="evil" />', '<c-row title="{{ evil }}" />', "<c-state>{{ evil }}</c-state>"]
)
def test_words_are_escaped_once(source):
    html = rendered(source, evil="<b>Tom & Ann</b>")
    assert "&lt;b&gt;Tom &amp; Ann&lt;/b&gt;" in html


def test_a_component_does_not_see_the_variables_of_the_page():
    assert "leak" not in rendered('<c-row meta="m" title="t" />', kind="leak", href="leak", end="leak")


def test_a_link_and_a_button_look_alike_and_are_what_they_are():
    assert rendered('<c-btn href="/x">Go</c-btn>').startswith('<a href="/x" class="btn"')
    assert rendered("<c-btn>Go</c-btn>").startswith('<button type="submit" class="btn"')


def test_the_tab_of_the_page_is_current():
    assert 'aria-current="page"' in rendered('<c-tab href="/here/">Here</c-tab>')
    assert "aria-current" not in rendered('<c-tab href="/there/">There</c-tab>')


class Named(Form):
    name = CharField(label="Name", help_text="As others know it")
    note = CharField(required=False)


def test_a_field_says_what_is_wrong_where_it_is_wrong():
    html = rendered('<c-field :field="form.name" />', form=Named({"name": ""}))
    assert '<label for="id_name">Name</label>' in html
    described = re.search(r'aria-describedby="([^"]+)"', html)[1].split()
    assert all(f'id="{each}"' in html for each in described)
    assert len(described) == 2
    assert 'aria-invalid="true"' in html


def test_optional_fields_say_so():
    assert "Optional" in rendered('<c-field :field="form.note" />', form=Named())
    assert "Optional" not in rendered('<c-field :field="form.name" />', form=Named())


def test_a_form_posts_with_its_token_and_is_kept_as_a_draft_when_asked():
    html = rendered('<c-form action="/a/" autosave="/a/draft/" sealed :form="form" />', form=Named())
    assert 'hx-post="/a/"' in html
    assert 'value="token"' in html
    assert 'data-autosave="/a/draft/"' in html
    assert "data-sealed" in html
    assert 'id="id_name"' in html


def test_odds_begin_empty():
    number = re.search(r'<input[^>]*type="number"[^>]*>', rendered('<c-odds name="a" label="b" />'))[0]
    assert 'value=""' in number


def test_a_rank_list_works_by_typing_numbers():
    things = [{"value": "a", "label": "Alpha"}, {"value": "b", "label": "Beta & co"}]
    html = rendered('<c-rank name="order" label="Order" :items="things" />', things=things)
    assert 'name="order:a" value="1"' in html
    assert 'aria-label="Move down: Alpha"' in html
    assert "Place of Beta &amp; co" in html


@pytest.mark.parametrize(
    ("sent", "order"),
    [
        ({"order:a": "2", "order:b": "1"}, ["b", "a"]),
        ({"order:a": "1", "order:b": "1", "other:c": "1"}, ["a", "b"]),
        ({"order:a": "", "order:b": "x", "order:c": "9"}, ["c", "a", "b"]),
        ({}, []),
    ],
)
def test_an_order_is_read_back(sent, order):
    assert order_in(sent, "order") == order
