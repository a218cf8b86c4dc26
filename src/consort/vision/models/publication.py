"""A publication: a chosen part of the strategy, handed to people as it was worded on a day, and what they answered.

What was published is a snapshot. Its readers keep it as it stood even when the objective behind it is restricted or
reworded later (docs/adr/0010): a new edition says something else, taking the publication back ends it.
"""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Department, Level, Person, Visible, VisibleQuerySet

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models.fields.related_descriptors import RelatedManager


class Audience(models.TextChoices):
    """To whom it is published. Whoever belongs to them is asked, now and later."""

    LEADERS = "leaders", _("All leaders")
    ORGANIZATION = "organization", _("The organization")
    DEPARTMENTS = "departments", _("Departments")
    PARTNERSHIP = "partnership", _("A partnership")

    @property
    def level(self) -> Level:
        """Who may see what was published. Departments may be several: those who were asked see it too."""
        return Level.DEPARTMENT if self is Audience.DEPARTMENTS else Level(self.value)


class PublicationQuerySet(VisibleQuerySet["Publication"]):
    def also_visible_to(self, person: Person) -> models.Q:
        """Its publisher, and while it is out everyone who is asked."""
        asked = Reader.objects.filter(person=person, released=None).values("edition__publication")
        return models.Q(owner=person) | models.Q(state=Publication.State.OUT, pk__in=asked)


class Publication(Visible):
    """`owner` publishes it. `visibility` is the owner's alone until it is out, then follows from the audience.

    `address` is where the public page stands: it is kept when the page is withdrawn, so that a link works again when
    the page is opened again. `opened` is empty while there is no public page.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OUT = "out", _("Published")
        TAKEN_BACK = "taken_back", _("Taken back")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=120)
    published_to = models.CharField(_("published to"), max_length=12, choices=Audience, default=Audience.LEADERS)
    departments = models.ManyToManyField(Department, verbose_name=_("departments"), related_name="+", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    address = models.SlugField(_("address of the public page"), max_length=80, blank=True)
    opened = models.DateTimeField(null=True, blank=True)
    indexed = models.BooleanField(_("search engines may list it"), default=False)
    created = models.DateTimeField(default=clock.now)

    objects = PublicationQuerySet.as_manager()

    if TYPE_CHECKING:
        editions: RelatedManager["Edition"]

    class Meta:
        ordering = ["-created"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "address"], condition=~models.Q(address=""), name="one_publication_per_address"
            ),
            models.CheckConstraint(
                condition=models.Q(opened=None) | models.Q(state="out") & ~models.Q(address=""),
                name="public_page_is_out_and_has_an_address",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("vision:publication", args=[self.organization.slug, self.id])


class Ask(models.TextChoices):
    """What a reader is asked for."""

    READ = "read", _("That they have read it")
    UNDERSTOOD = "understood", _("What it asks of them, in their own words")
    SIGNS = "signs", _("Their signature")


class Edition(models.Model):
    """One wording. At most one is drafted and one is open; answers can be changed until it is closed.

    `every` is how many days pass between reminders, which go only to those who owe; without it nobody is reminded
    unless the publisher says so.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", _("Open")
        CLOSED = "closed", _("Closed")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    because = models.CharField(_("why it changed"), max_length=300, blank=True)
    asks = models.CharField(_("what readers are asked for"), max_length=10, choices=Ask, default=Ask.UNDERSTOOD)
    due = models.DateField(_("answered by"), null=True, blank=True)
    every = models.PositiveSmallIntegerField(_("a reminder every so many days"), null=True, blank=True, default=7)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    published = models.DateTimeField(null=True, blank=True)
    closed = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        publication_id: UUID
        sections: RelatedManager["Section"]
        readers: RelatedManager["Reader"]

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["publication", "number"], name="one_edition_per_number"),
            models.UniqueConstraint(
                fields=["publication"], condition=models.Q(state="draft"), name="one_edition_is_drafted"
            ),
            models.UniqueConstraint(
                fields=["publication"], condition=models.Q(state="open"), name="one_edition_is_open"
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft", published=None, closed=None)
                | models.Q(state="open", published__isnull=False, closed=None)
                | models.Q(state="closed", published__isnull=False, closed__isnull=False),
                name="edition_has_the_dates_of_its_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.number}"


class Section(models.Model):
    """A thing of the strategy as it is worded here, or the publisher's own words, which have no thing.

    `parts` are lines of the form {"label", "text", "inside"}; what is for the inside is left out of a public page.
    `digest` tells whether the wording is the same as in another edition. A thing that fewer people see than the
    publication reaches needs the permission of somebody who leads it.
    """

    class Permission(models.TextChoices):
        NOT_NEEDED = "", _("Not needed")
        ASKED = "asked", _("Asked")
        GIVEN = "given", _("Given")
        DECLINED = "declined", _("Declined")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    thing_kind = models.CharField(max_length=40, blank=True)
    thing_id = models.UUIDField(null=True, blank=True)
    title = models.CharField(max_length=300)
    parts = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    is_public = models.BooleanField(_("on the public page"), default=False)
    permission = models.CharField(max_length=8, choices=Permission, default=Permission.NOT_NEEDED, blank=True)
    permission_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    permission_words = models.CharField(_("why not"), max_length=300, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(thing_kind="", thing_id=None)
                | ~models.Q(thing_kind="") & models.Q(thing_id__isnull=False),
                name="section_has_a_thing_or_none",
            )
        ]
        indexes = [models.Index(fields=["thing_id", "permission"], name="section_of_thing")]

    def __str__(self) -> str:
        return self.title

    @property
    def thing(self) -> "tuple[str, UUID | None]":
        """What it words: the same in every edition."""
        return self.thing_kind, self.thing_id


class Reader(models.Model):
    """Somebody who is asked, and what they answered. `department` is the one they read for.

    `told` is when the last mail went; `carried` that everything was confirmed in an earlier edition, which asked for
    as much; `released` when they stopped belonging to the audience.
    """

    class Mark(models.TextChoices):
        NONE = "", _("Not looked at yet")
        FITS = "fits", _("Fits")
        DIFFERS = "differs", _("Differs: to be talked about")
        TALKED = "talked", _("Differed: talked about it")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="readers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True, related_name="+")
    asked = models.DateTimeField(default=clock.now)
    told = models.DateTimeField(null=True, blank=True)
    done = models.DateTimeField(null=True, blank=True)
    carried = models.BooleanField(default=False)
    released = models.DateTimeField(null=True, blank=True)
    about = models.ForeignKey(Section, models.SET_NULL, null=True, blank=True, related_name="+")
    words = models.TextField(_("what it asks of us"), blank=True)
    reservation = models.TextField(_("reservation"), blank=True)
    mark = models.CharField(max_length=7, choices=Mark, default=Mark.NONE, blank=True)
    note = models.CharField(_("what came of it"), max_length=300, blank=True)

    if TYPE_CHECKING:
        edition_id: UUID
        person_id: UUID

    class Meta:
        ordering = ["asked", "person__first_name", "person__last_name"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "person"], name="asked_once_per_edition"),
            models.CheckConstraint(
                condition=models.Q(done__isnull=False)
                | models.Q(carried=False, about=None, words="", reservation="", mark=""),
                name="only_who_has_answered_said_something",
            ),
        ]
        indexes = [models.Index(fields=["person", "done"], name="reader_owes")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.edition_id}"
