"""What people do with documents on pages."""

from uuid import uuid4

import pytest

from consort.core.models import Level
from consort.documents import actions

TEXT = "## One\n\nFirst.\n\n## Two\n\nSecond **bold** <b>.\n"


@pytest.fixture
def plan(ingrid, tomasz, pair):
    return actions.begin(
        by=ingrid, title="Plan", kind="plan", text=TEXT, visibility=Level.PARTNERSHIP, partnership=pair
    )


def test_the_list_says_that_it_is_empty_and_how_to_begin(ingrid, sign_in):
    page = sign_in(ingrid).get("/varnholt/documents/").content.decode()
    assert "Nothing is written together yet." in page
    assert "Begin a document" in page


def test_a_document_begins_with_headings_of_its_kind_and_only_once(ingrid, sign_in):
    client = sign_in(ingrid)
    sent = {"id": str(uuid4()), "title": "Charter", "kind": "charter", "visibility": "leaders"}
    first, again = (client.post("/varnholt/documents/new/", sent) for _each in range(2))
    assert first.headers["Location"] == again.headers["Location"]
    assert "How we disagree" in client.get(first.headers["Location"]).content.decode()
    assert client.get("/varnholt/documents/").content.decode().count(sent["id"]) == 1


def test_a_document_for_a_partnership_needs_one(ingrid, sign_in):
    sent = {"id": str(uuid4()), "title": "Charter", "kind": "charter", "visibility": "partnership"}
    answer = sign_in(ingrid).post("/varnholt/documents/new/", sent)
    assert answer.status_code == 422
    assert "Say which partnership can see it." in answer.content.decode()


def test_the_text_is_there_without_scripts_and_means_nothing_as_markup(ingrid, sign_in, plan):
    page = sign_in(ingrid).get(plan.get_absolute_url()).content.decode()
    assert "<h2>Two</h2><p>Second <strong>bold</strong> &lt;b&gt;.</p>" in page


def test_others_see_nothing(mats, observer, stranger, sign_in, plan):
    for person in (mats, observer, stranger):
        for path in ("", "export/"):
            assert sign_in(person).get(plan.get_absolute_url() + path).status_code == 404


def test_it_leaves_as_markdown_html_and_pdf(tomasz, sign_in, plan):
    client, path = sign_in(tomasz), plan.get_absolute_url() + "export/"
    assert client.get(path).content.decode() == "# Plan\n\n## One\n\nFirst.\n\n## Two\n\nSecond **bold** \\<b\\>.\n"
    assert "<strong>bold</strong>" in client.get(path + "?as=html").content.decode()
    assert client.get(path + "?as=pdf").content.startswith(b"%PDF")
    assert client.get(path + "?as=doc").status_code == 404


def test_a_page_runs_few_queries(ingrid, sign_in, plan, django_assert_max_num_queries):
    client = sign_in(ingrid)
    version = actions.keep_version(document=plan, by=ingrid)
    actions.sign(version=version, by=ingrid)
    for path in ("/varnholt/documents/", plan.get_absolute_url(), f"/varnholt/documents/versions/{version.pk}/"):
        with django_assert_max_num_queries(15):
            assert client.get(path).status_code == 200
