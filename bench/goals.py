"""The writing checks of goals on texts they were not tuned on: questions asked in vain, and questions missed."""

from bench.row import Row
from consort.vision.tests.goal_corpus import HELD_OUT, MISSING, TUNING, Score, Scores, score, texts

VAIN, MISSED = 0.15, 0.10  # of the questions that point at words


def run() -> list[Row]:
    for part in (TUNING, HELD_OUT):
        labelled = texts(part)
        show(f"{part.replace('_', ' ')}, {len(labelled)} texts", score(labelled))
    held_out = score(texts(HELD_OUT)).total(without=MISSING)
    name = "writing checks, held-out goals,"
    return [
        Row(f"{name} asked in vain", 1 - held_out.precision, "of all asked", VAIN, "bar"),
        Row(f"{name} missed", 1 - held_out.recall, "of all wanted", MISSED, "bar"),
    ]


def show(title: str, scores: Scores) -> None:
    print(f"\n  {title}\n  {'check':<20}{'right':>6}{'vain':>6}{'missed':>8}{'precision':>11}{'recall':>8}")
    for name, each in scores.by_check.items():
        print(line(name, each))
    print(line("all", scores.total()))
    print(line("all that point", scores.total(without=MISSING)))
    print(f"  language taken for the other one: {scores.languages}", flush=True)


def line(name: str, each: Score) -> str:
    figures = f"{each.right:>6}{each.vain:>6}{each.silent:>8}{each.precision:>11.2f}{each.recall:>8.2f}"
    return f"  {name:<20}{figures}"
