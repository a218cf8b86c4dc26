"""Documents that several people write at once, what was written in which order, and who signed which version."""

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Person, Visible, VisibleQuerySet


class Document(Visible):
    """`owner` began it. Its text is what its updates say together."""

    class Kind(models.TextChoices):
        PLAN = "plan", _("Plan")
        CHARTER = "charter", _("Charter")
        MINUTES = "minutes", _("Minutes")
        NOTE = "note", _("Note")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    title = models.CharField(_("title"), max_length=160)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    begun = models.DateTimeField(default=clock.now)
    changed = models.DateTimeField(default=clock.now)

    objects = VisibleQuerySet["Document"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization", "-changed"], name="document_by_change")]
        ordering = ["-changed"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.organization.slug, self.id])


class Update(models.Model):
    """What was written at one moment. Rows are only ever added; their numbers are the order in which they count."""

    number = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, models.CASCADE, related_name="updates")
    content = models.BinaryField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["document", "number"], name="updates_in_order")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.document_id} {self.number}"


class Snapshot(models.Model):
    """All updates up to number `through` in one, so that opening reads little."""

    document = models.OneToOneField(Document, models.CASCADE, related_name="snapshot", primary_key=True)
    through = models.BigIntegerField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.document_id} {self.through}"


class Version(models.Model):
    """How the document stood when somebody said: this is a version. `content` is the whole document."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(_("name"), max_length=120, blank=True)
    content = models.BinaryField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="versions_are_numbered_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name or str(self.number)


class Signature(models.Model):
    """A person's name below a version; a reservation stays beside it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(Version, models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reservation = models.CharField(_("reservation"), max_length=300, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="one_signature_per_version")]
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.person} {self.version_id}"
