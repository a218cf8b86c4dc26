"""What is done with departments: they form a tree, and only empty ones are removed."""

from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from consort.core.errors import refuse_unless, require
from consort.core.identities import made_before
from consort.core.ledger import record
from consort.core.models import Department, Person
from consort.organization.facts import DepartmentAdded, DepartmentChanged, DepartmentRemoved
from consort.organization.policy import may_administer


def _is_free(name: str, by: Person, but: Department | None = None) -> bool:
    others = Department.objects.filter(organization=by.organization, name=name)
    return not (others.exclude(pk=but.pk) if but else others).exists()


@transaction.atomic
def add_department(*, by: Person, name: str, parent: Department | None = None, id: UUID | None = None) -> Department:
    """Add a department under `parent`, or at the top."""
    require(may_administer(by) and (parent is None or parent.organization_id == by.organization_id))
    if made := made_before(Department.objects.filter(organization=by.organization), id):
        return made
    refuse_unless(_is_free(name.strip(), by), _("There is a department of this name already. Nothing was added."))
    made = Department.objects.create(id=id or uuid4(), organization=by.organization, name=name.strip(), parent=parent)
    record(DepartmentAdded(made.name), on=by.organization, by=by)
    return made


@transaction.atomic
def change_department(*, department: Department, by: Person, name: str, parent: Department | None) -> None:
    """Rename a department or move it with all below it."""
    require(may_administer(by) and department.organization_id == by.organization_id)
    require(parent is None or parent.organization_id == by.organization_id)
    refuse_unless(_is_free(name.strip(), by, department), _("There is a department of this name already."))
    refuse_unless(not _is_below(parent, department), _("A department cannot lie in itself. Nothing was changed."))
    former, same_parent = department.name, department.parent_id == (parent.pk if parent else None)
    if former == name.strip() and same_parent:
        return
    department.name, department.parent = name.strip(), parent
    department.save(update_fields=["name", "parent"])
    record(DepartmentChanged(department.name, former), on=by.organization, by=by)


def _is_below(candidate: Department | None, department: Department) -> bool:
    """Whether `candidate` is `department` or lies in it. Runs one query."""
    parents = dict(Department.objects.filter(organization=department.organization_id).values_list("id", "parent_id"))
    here: UUID | None = candidate.pk if candidate else None
    while here is not None and here != department.pk:
        here = parents.get(here)
    return here is not None


@transaction.atomic
def remove_department(*, department: Department, by: Person) -> None:
    """Remove a department in which there is nobody and nothing."""
    require(may_administer(by) and department.organization_id == by.organization_id)
    is_empty = not department.people.filter(left=None).exists() and not department.children.exists()
    refuse_unless(is_empty, _("There are still people or departments in it. Nothing was removed."))
    record(DepartmentRemoved(department.name), on=by.organization, by=by)
    department.delete()
