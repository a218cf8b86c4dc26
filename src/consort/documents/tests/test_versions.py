"""Versions, what changed between them, and signatures."""

import pytest
from pycrdt import Doc, XmlFragment

from consort.core.errors import NotAllowed, Refused
from consort.core.models import Level
from consort.documents import actions, bringing, contexts, differences, html, markdown, storage, tree

TEXT = "## One\n\nFirst.\n\n## Two\n\nSecond words here.\n"


@pytest.fixture
def plan(ingrid, pair):
    return actions.begin(
        by=ingrid, title="Plan", kind="plan", text=TEXT, visibility=Level.PARTNERSHIP, partnership=pair
    )


def change_second_section(plan) -> None:
    doc: Doc = Doc()
    doc.apply_update(storage.load(plan.pk).content)
    before = doc.get_state()
    fragment = doc.get(tree.ROOT, type=XmlFragment)
    fragment.children[3].children[0].insert(0, "Other ")
    storage.append(plan.pk, doc.get_update(before))


def test_a_version_is_kept_once_while_nothing_changes(ingrid, plan):
    assert actions.keep_version(document=plan, by=ingrid).number == 1
    with pytest.raises(Refused):
        actions.keep_version(document=plan, by=ingrid)


def test_a_change_of_one_section_asks_for_its_signature_again(ingrid, tomasz, plan):
    first = actions.keep_version(document=plan, by=ingrid)
    actions.sign(version=first, by=tomasz, reservation="Not the second part")
    assert contexts.document(plan, tomasz)["signing"].may_sign is False
    change_second_section(plan)
    actions.keep_version(document=plan, by=ingrid)
    asked = contexts.document(plan, tomasz)["signing"]
    assert (asked.may_sign, asked.changed, asked.signatures) == (True, ["Two"], [])
    with pytest.raises(Refused):
        actions.sign(version=first, by=tomasz)


def test_only_those_who_write_it_keep_versions_and_sign(ingrid, mats, plan):
    version = actions.keep_version(document=plan, by=ingrid)
    with pytest.raises(NotAllowed):
        actions.keep_version(document=plan, by=mats)
    with pytest.raises(NotAllowed):
        actions.sign(version=version, by=mats)


def test_differences_are_told_by_section_and_word():
    before, after = (tree.read(bringing.content_of(text)) for text in (TEXT, TEXT.replace("Second", "Third <b>")))
    found = differences.between(before, after)
    assert [change.title for change in found] == ["Two"]
    assert "<ins>Third &lt;b&gt;</ins>" in found[0].words
    assert "<del>Second</del>" in found[0].words


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\n1. one\n2. two\n   - deep\n",
        "| A | B |\n| --- | --- |\n| **x** | [y](https://example.org/a) |\n",
        "> *said* by one\n\nline\\\nbreak and \\*stars\\*\n",
        "",
    ],
)
def test_markdown_that_leaves_comes_back_as_it_was(text):
    content = tree.read(bringing.content_of(text))
    assert tree.read(bringing.content_of(markdown.written(content))) == content


def test_an_address_that_runs_something_is_only_words():
    assert "href" not in html.rendered(tree.read(bringing.content_of("[x](//evil.example/) [y](data:text/html,z)")))
