"""Writing a letter down before it is sent: at most once, except where the mail server itself refused it."""

from datetime import timedelta

from django.db.models import F

from consort.channels.mail.rules import Rule
from consort.channels.models import Letter
from consort.core import clock
from consort.core.models import Person

KEPT = timedelta(days=60)
AGAIN = timedelta(minutes=10)
MOST_TRIES = 5


def claim(person: Person, rule: Rule, key: str) -> Letter | None:
    """The letter, when it is ours to send now: nobody did, or the mail server did not take it a while ago."""
    letter, is_new = Letter.objects.get_or_create(person=person, rule=rule.name, key=key)
    if is_new:
        return letter
    refused = Letter.objects.filter(pk=letter.pk, outcome=Letter.Outcome.FAILED, tries=letter.tries)
    due = refused.filter(tries__lt=MOST_TRIES, tried__lte=clock.now() - AGAIN)
    taken = due.update(outcome=Letter.Outcome.SENDING, tries=F("tries") + 1, tried=clock.now())
    return letter if taken else None


def settle(letters: list[Letter], problem: str, things: int) -> None:
    """Write down what became of them: `problem` is what the mail server said when it refused."""
    outcome = Letter.Outcome.SENT if things else Letter.Outcome.NOTHING
    for letter in letters:
        letter.outcome = Letter.Outcome.FAILED if problem else outcome
        letter.problem, letter.things = problem[:200], things
        letter.save(update_fields=["outcome", "problem", "things"])


def forget_old() -> None:
    """Letters are kept for sixty days."""
    Letter.objects.filter(tried__lt=clock.now() - KEPT).delete()
