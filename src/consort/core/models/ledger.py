"""The tables of the ledger. Written by `core.ledger` alone."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models.organization import Organization
from consort.core.models.partnership import Partnership
from consort.core.models.person import Person
from consort.core.models.visible import Visible, VisibleQuerySet


class Strand(models.TextChoices):
    VISION = "vision", _("Shared vision")
    COMMUNICATION = "communication", _("Open communication")
    TRUST = "trust", _("Mutual trust")
    DECISIONS = "decisions", _("Shared decisions")
    DEVELOPMENT = "development", _("Joint development")


class Polarity(models.TextChoices):
    SUPPORTS = "up", _("supports")
    WEIGHS_AGAINST = "down", _("weighs against")
    MISSED = "miss", _("expected, did not happen")
    NEUTRAL = "", _("neutral")


class Chain(models.Model):
    """The end of one organization's ledger: its size, chain hash and the frontier of its Merkle tree (hex)."""

    organization = models.OneToOneField(Organization, models.CASCADE, primary_key=True, related_name="chain")
    size = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64, default="0" * 64)
    frontier = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.organization_id}: {self.size}"


class Entry(models.Model):
    """One leaf. It names nobody: the actor is a pseudonym, the content a commitment."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="entries")
    seq = models.PositiveBigIntegerField()
    time = models.DateTimeField()
    type = models.CharField(max_length=60)
    object_kind = models.CharField(max_length=40)
    object_id = models.UUIDField()
    pseudonym = models.CharField(max_length=32)
    commitment = models.CharField(max_length=64)
    chain = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "seq"], name="one_entry_per_seq")]
        indexes = [models.Index(fields=["object_id", "seq"], name="entry_of_object")]
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.type}"


class Payload(Visible):
    """What an entry says, apart from the chain so that it can be erased. `salt` is hex."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="payload")
    salt = models.CharField(max_length=64)
    body = models.JSONField()
    actor = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    objects = VisibleQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["organization", "entry"], name="payload_of_organization")]

    def __str__(self) -> str:
        return str(self.entry_id)


class Evidence(models.Model):
    """An entry seen from a partnership: which strand it speaks to, and how."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="evidence")
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="evidence")
    strand = models.CharField(max_length=13, choices=Strand)
    polarity = models.CharField(max_length=4, choices=Polarity)
    time = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partnership", "entry"], name="one_evidence_per_entry")]
        indexes = [models.Index(fields=["partnership", "time"], name="evidence_of_partnership")]
        ordering = ["time"]

    def __str__(self) -> str:
        return f"{self.strand} {self.polarity}"


class Checkpoint(models.Model):
    """A signed note on the ledger's size and root, as it was mailed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="checkpoints")
    size = models.PositiveBigIntegerField()
    note = models.TextField()
    time = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "size"], name="one_checkpoint_per_size")]
        ordering = ["size"]

    def __str__(self) -> str:
        return f"{self.organization_id}@{self.size}"
