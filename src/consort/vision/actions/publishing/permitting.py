"""Letting a thing be published to more people than see it, or not."""

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core import kinds
from consort.core.errors import refuse_unless, require
from consort.core.ledger import record
from consort.core.models import Person
from consort.vision.facts.publishing import SectionDeclined, SectionPermitted
from consort.vision.models import Edition, Section
from consort.vision.policy import publishing as policy


@transaction.atomic
def permit_section(*, section: Section, by: Person, permitted: bool, because: str = "") -> None:
    """Say whether these words may go to this audience. Only who leads the thing may say."""
    thing = kinds.find(section.thing_kind, section.thing_id, by) if section.thing_id else None
    require(thing is not None and policy.may_permit(thing, by))
    section.refresh_from_db(from_queryset=Section.objects.select_for_update())
    refuse_unless(
        section.edition.state == Edition.State.DRAFT and bool(section.permission),
        _("Nobody waits for this any more. Nothing was changed."),
    )
    said = Section.Permission.GIVEN if permitted else Section.Permission.DECLINED
    if (section.permission, section.permission_by, section.permission_words) == (said, by, because.strip()):
        return
    section.permission, section.permission_by, section.permission_words = said, by, because.strip()
    section.save(update_fields=["permission", "permission_by", "permission_words"])
    fact = SectionPermitted(section.title) if permitted else SectionDeclined(section.title)
    record(fact, on=section.edition.publication, by=by)
