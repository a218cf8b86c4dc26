"""Comments: who reads them, who is mentioned, what stays."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.urls import reverse

from consort.core import clock, cursors, search
from consort.core.errors import NotAllowed, Refused
from consort.core.ledger.reading import history_of
from consort.core.models import Payload, SearchDocument
from consort.threads import actions, contexts
from consort.threads.markdown import rendered
from consort.threads.models import Comment
from consort.threads.queries import comments_about
from consort.threads.waiting import mentions

MONDAY = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_monday():
    cache.clear()
    with clock.at(MONDAY):
        yield


def names(people) -> list[str]:
    return [person.first_name for person in people]


def test_a_comment_stands_on_its_thing_and_the_ledger_holds_no_words(pair, ingrid):
    written = actions.write(by=ingrid, about=pair, text="  Not the whole truth ").comment
    assert [comment.text for comment in comments_about(pair)] == ["Not the whole truth"]
    assert Payload.objects.get(entry__type="comment.written").body == {"comment": str(written.pk)}
    assert history_of(pair)[0].sentence == "Ingrid wrote a comment"


def test_who_cannot_see_the_thing_cannot_write_on_it(pair, daniel, stranger):
    for person in (daniel, stranger):
        with pytest.raises(NotAllowed):
            actions.write(by=person, about=pair, text="Hello")
    assert not Comment.objects.exists()


def test_sending_it_twice_writes_it_once(pair, ingrid, tomasz):
    key = uuid4()
    one, two = (actions.write(by=ingrid, about=pair, text="Once", id=key).comment for _ in range(2))
    assert one == two
    assert Comment.objects.count() == 1
    with pytest.raises(NotAllowed):
        actions.write(by=tomasz, about=pair, text="Mine", id=key)


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 10_001])
def test_nothing_and_too_much_is_refused(pair, ingrid, text):
    with pytest.raises(Refused):
        actions.write(by=ingrid, about=pair, text=text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("@Tomasz, when?", ["Tomasz"]),
        ("@tomasz wierzbicki when?", ["Tomasz"]),
        ("Ask @Priya and @Tomasz", ["Priya", "Tomasz"]),
        ("(@Hélène)", ["Hélène"]),
        ("tomasz@varnholt.example is his address", []),
        ("@Tomaszek is another", []),
        ("@Nobody", []),
        ("@@Tomasz", []),
        ("@Tomasz @Tomasz @Tomasz", ["Tomasz"]),
    ],
)
def test_mentions_are_names_of_readers(executive_team, ingrid, text, people):
    assert sorted(names(actions.write(by=ingrid, about=executive_team, text=text).comment.mentions.all())) == people


def test_who_cannot_see_it_is_not_mentioned_and_that_is_said(pair, ingrid, priya):
    written = actions.write(by=ingrid, about=pair, text="@Priya should know")
    assert not written.comment.mentions.exists()
    assert names(written.mentioned.cannot_see) == ["Priya"]
    assert list(mentions(priya)) == []


def test_two_of_a_name_need_the_last_name(executive_team, ingrid, tomasz, priya):
    priya.first_name = "Tomasz"
    priya.save()
    written = actions.write(by=ingrid, about=executive_team, text="@Tomasz?")
    assert written.mentioned.unclear == ["Tomasz"]
    assert not written.comment.mentions.exists()
    written = actions.write(by=ingrid, about=executive_team, text="@Tomasz Raghunathan?")
    assert written.comment.mentions.get() == priya


def test_a_mention_waits_until_it_is_answered(pair, ingrid, tomasz, django_assert_max_num_queries):
    actions.write(by=ingrid, about=pair, text="@Tomasz, which of the two?")
    tomasz.partnership_ids  # noqa: B018  (read once per request)
    waiting = list(mentions(tomasz))
    assert [(item.place, item.holds_up) for item in waiting] == [("today", 1)]
    assert "which of the two?" in waiting[0].meta
    assert list(mentions(ingrid)) == []
    with clock.at(MONDAY + timedelta(hours=1)):
        actions.write(by=tomasz, about=pair, text="The second")
    assert list(mentions(tomasz)) == []


def test_a_mention_on_what_one_no_longer_sees_does_not_wait(executive_team, ingrid, observer):
    executive_team.seats.create(person=observer)
    actions.write(by=ingrid, about=executive_team, text="@Olga, welcome")
    assert len(list(mentions(observer))) == 1
    executive_team.seats.filter(person=observer).update(left=clock.now())
    del observer.partnership_ids
    assert list(mentions(observer)) == []


def test_only_the_author_changes_and_withdraws(pair, ingrid, tomasz):
    comment = actions.write(by=ingrid, about=pair, text="@Tomasz, when?").comment
    for action in (
        lambda: actions.edit(comment=comment, by=tomasz, text="x"),
        lambda: actions.withdraw(comment=comment, by=tomasz),
    ):
        with pytest.raises(NotAllowed):
            action()
    actions.edit(comment=comment, by=ingrid, text="When?")
    assert comment.edited
    assert not comment.mentions.exists()
    for _ in range(2):
        actions.withdraw(comment=comment, by=ingrid)
    assert (comment.text, comment.withdrawn is not None) == ("", True)
    with pytest.raises(Refused):
        actions.edit(comment=comment, by=ingrid, text="Again")
    kinds = [happening.type for happening in history_of(pair)]
    assert kinds[:3] == ["comment.withdrawn", "comment.edited", "comment.written"]


def test_a_failing_fact_undoes_the_comment(pair, ingrid, monkeypatch):
    monkeypatch.setattr(actions, "record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.write(by=ingrid, about=pair, text="@Tomasz")
    assert not Comment.objects.exists()


def test_a_thing_is_found_by_what_was_said_about_it(pair, ingrid, tomasz, daniel):
    cursors.follow()
    comment = actions.write(by=ingrid, about=pair, text="Remember the flamingo").comment
    cursors.follow()
    assert search.find("flamingo", tomasz) == [pair]
    assert search.find("flamingo", daniel) == []
    actions.withdraw(comment=comment, by=ingrid)
    cursors.follow()
    assert search.find("flamingo", tomasz) == []
    assert "flamingo" not in SearchDocument.objects.get(object_id=pair.pk).body


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**Bold** and _that_", "<p><strong>Bold</strong> and <em>that</em></p>"),
        ("# Title", '<p class="t">Title</p>'),
        ("~~no~~", "<p><s>no</s></p>"),
        ("one\ntwo", "<p>one<br>two</p>"),
    ],
)
def test_markdown(text, html):
    assert re.sub(r"\n", "", rendered(text)) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "![alt](https://elsewhere.example/pixel.gif)",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '<a href="https://x" onclick="y">',
        "<style>*{}</style>",
    ],
)
def test_nothing_dangerous_gets_through(text):
    html = rendered(text)
    assert not re.search(r"<(script|img|style|iframe)|href=\"(javascript|data)|<a[^>]*onclick", html)


def test_links_vouch_for_nothing():
    assert 'rel="nofollow noopener noreferrer"' in rendered("[there](https://elsewhere.example)")


# Pages


def url(name, comment=None):
    return reverse(f"threads:{name}", args=["varnholt", *([comment.pk] if comment else [])])


def form(pair, text="Not the whole truth", **more):
    return {"id": str(uuid4()), "kind": "partnership", "thing": str(pair.pk), "text": text} | more


def test_writing_goes_back_to_where_one_was(pair, ingrid, sign_in):
    client = sign_in(ingrid)
    sent = form(pair, next="/varnholt/partnerships/")
    for _ in range(2):
        answer = client.post(url("write"), sent)
        assert answer.status_code == 303
    comment = Comment.objects.get()
    assert answer.headers["Location"] == f"/varnholt/partnerships/#{comment.anchor}"
    answer = client.post(url("write"), form(pair, next="https://elsewhere.example/"))
    assert answer.headers["Location"].startswith("/varnholt/")


def test_with_htmx_the_thread_comes_back(pair, ingrid, sign_in):
    answer = sign_in(ingrid).post(url("write"), form(pair, "@Tomasz, **when**?"), HTTP_HX_REQUEST="true")
    body = answer.content.decode()
    assert "<html" not in body
    assert "<strong>when</strong>" in body
    assert "It waits for Tomasz." in body
    assert "Only you two can read this." in body


def test_an_empty_comment_is_a_mistake_and_names_the_readers(pair, ingrid, sign_in):
    answer = sign_in(ingrid).post(url("write"), form(pair, " "))
    assert answer.status_code == 422
    assert "Write something first." in answer.content.decode()
    answer = sign_in(ingrid).post(url("write"), form(pair, "y" * 10_001))
    assert answer.status_code == 422
    assert "yyyy" in answer.content.decode()


def test_strangers_find_nothing(pair, ingrid, daniel, stranger, sign_in):
    comment = actions.write(by=ingrid, about=pair, text="Between us").comment
    for person in (daniel, stranger):
        client = sign_in(person)
        assert client.post(url("write"), form(pair)).status_code == 404
        assert client.get(url("edit", comment)).status_code == 404
        assert client.post(url("withdraw", comment)).status_code == 404
        assert client.get(f"/varnholt/threads/about/partnership/{pair.pk}/").status_code == 404
    assert sign_in(daniel).post(url("write"), form(pair, kind="nothing", thing="x")).status_code == 404


def test_the_partner_reads_but_does_not_change(pair, ingrid, tomasz, sign_in):
    comment = actions.write(by=ingrid, about=pair, text="Between us").comment
    client = sign_in(tomasz)
    assert "Between us" in client.get(f"/varnholt/threads/about/partnership/{pair.pk}/").content.decode()
    assert client.get(url("edit", comment)).status_code == 404
    assert client.post(url("withdraw", comment)).status_code == 404


def test_changing_and_withdrawing(pair, ingrid, sign_in):
    comment = actions.write(by=ingrid, about=pair, text="Between us").comment
    client = sign_in(ingrid)
    assert "Between us" in client.get(url("edit", comment)).content.decode()
    assert client.post(url("edit", comment), {"id": str(comment.pk), "text": ""}).status_code == 422
    assert client.post(url("edit", comment), {"id": str(comment.pk), "text": "Between you and me"}).status_code == 303
    assert client.post(url("withdraw", comment)).status_code == 303
    comment.refresh_from_db()
    assert comment.withdrawn
    page = client.get(f"/varnholt/threads/about/partnership/{pair.pk}/").content.decode()
    assert "Withdrawn." in page


def test_a_thread_runs_one_query_however_long(pair, ingrid, django_assert_num_queries):
    for number in range(20):
        actions.write(by=ingrid, about=pair, text=f"Number {number}")
    with django_assert_num_queries(1):
        assert len(contexts.thread(pair, ingrid)["comments"]) == 20
