"""What people send: read from a form, cleaned by kind of question, or refused with a message for each."""

from consort.rounds.answers.cleaning import BadAnswer, clean
from consort.rounds.answers.reading import BadAnswers, check, field_name, read_answers

__all__ = ["BadAnswer", "BadAnswers", "check", "clean", "field_name", "read_answers"]
