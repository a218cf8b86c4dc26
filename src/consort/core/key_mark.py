"""Whether this database and this master key belong together."""

from django.core.exceptions import ImproperlyConfigured

from consort.core import keys
from consort.core.models import KeyMark

OTHER = (
    "The master key in {place} (fingerprint {ours}) is not that which sealed this database (fingerprint {mark}).\n"
    "Nothing was started. Put the key with that fingerprint there, or name its place in CONSORT_MASTER_KEY_PATH.\n"
    "docs/operator.md says what to do when it is lost for good."
)


def belongs() -> bool:
    """Whether the key is the one the database was first used with, if it was used. Runs one query."""
    mark = KeyMark.objects.first()
    return mark is None or mark.fingerprint == keys.fingerprint()


def establish() -> None:
    """Mark a new database with the key. Raises ImproperlyConfigured when it bears the mark of another."""
    mark, _made = KeyMark.objects.get_or_create(id=1, defaults={"fingerprint": keys.fingerprint()})
    if mark.fingerprint != keys.fingerprint():
        raise ImproperlyConfigured(OTHER.format(place=keys.place(), ours=keys.fingerprint(), mark=mark.fingerprint))
