"""What the writing checks ask: while somebody writes, of an objective as it stands, and the list of all of them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consort.core.models import Person
from consort.vision import writing
from consort.vision.models import Objective
from consort.vision.policy import findings as policy
from consort.vision.queries.writing import read
from consort.vision.writing import Draft


def live(draft: Draft) -> dict[str, Any]:
    """What is asked of a text that is being written."""
    remarks = writing.remarks(draft)
    return {
        "remarks": remarks,
        "sentence": asked_sentence(len(remarks), draft) if draft.text.strip() else "",
    }


def asked_sentence(count: int, draft: Draft) -> str:
    """How many of the checks that know the language ask something."""
    total = sum(draft.spoken in check.languages for check in writing.known())
    if not count:
        return _("None of %(total)s checks asks a question.") % {"total": total}
    words = {"n": count, "total": total}
    return (
        ngettext("%(n)s of %(total)s checks asks a question.", "%(n)s of %(total)s checks ask a question.", count)
        % words
    )


def page(objective: Objective, reader: Person) -> dict[str, Any]:
    """Each text of an objective, what is asked of it and what was set aside."""
    texts = read(objective)
    return {
        "objective": objective,
        "texts": texts,
        "asked": sum(len(each.asking) for each in texts),
        "may_set_aside": policy.may_set_check_aside(objective, reader),
    }


def of_objective(objective: Objective, reader: Person) -> dict[str, Any]:
    """The line on an objective's page. Runs one query, where its key results are fetched."""
    texts = read(objective)
    draft = Draft(objective.title)
    asked = {each.remark.check.name for text in texts for each in text.asking}
    return {
        "objective": objective,
        "organization": reader.organization,
        "sentence": asked_sentence(len(asked), draft),
        "is_asked": bool(asked),
        "aside": sum(len(each.aside) for each in texts),
    }


def explained() -> dict[str, Any]:
    """Every check with what it looks for."""
    return {"checks": writing.known(), "both": writing.check.BOTH}
