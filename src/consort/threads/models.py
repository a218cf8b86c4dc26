"""Comments on anything. A comment has no readers of its own: whoever may see the thing may read it."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from consort.core import clock
from consort.core.models import Organization, Person


class Comment(models.Model):
    """What somebody said about a thing. The text of a withdrawn comment is gone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    author = models.ForeignKey(Person, models.CASCADE, related_name="comments")
    text = models.TextField(_("comment"), blank=True)
    mentions = models.ManyToManyField(Person, related_name="mentioned_in", blank=True)
    written = models.DateTimeField(default=clock.now)
    edited = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(withdrawn=None, text__gt="") | models.Q(withdrawn__isnull=False, text=""),
                name="a_comment_says_something_or_is_withdrawn",
            )
        ]
        indexes = [models.Index(fields=["about_id", "written"], name="comments_about")]
        ordering = ["written"]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its thing."""
        return f"comment-{self.pk}"
