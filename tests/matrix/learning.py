"""Joint development in the matrix: how people work, what they agree because of it."""

from typing import Any
from uuid import uuid4

from consort.core import clock
from consort.core.models import Level, Partnership, Person
from consort.development.actions import agreements, programs, styles
from consort.development.actions.journal import write_entry
from consort.development.instrument import PAIRS
from consort.development.programs import files
from tests.matrix.people import Cast, Who

TABLE = """
# The owner shows the own page to whoever shares a partnership, the other to all leaders. Agreements stay in the team.
#                                                     observer administrator facilitator leader partner other  owner
development:list          GET                             sees     sees     sees     sees     sees     sees     sees
development:styles        GET                             sees     sees     sees     sees     sees     sees     sees
development:styles_answers GET                            sees     sees     sees     sees     sees     sees     sees
development:styles_answers POST                           does     does     does     does     does     does     does
development:styles_page   GET                             sees     sees     sees     sees     sees     sees     sees
development:styles_page   POST                            does     does     does     does     does     does     does
development:style         GET   profile/closed               -        -        -        -     sees     sees     away
development:style         GET   profile/open                 -        -     sees     sees     sees     away     sees
development:together      GET   partnership/closed           -        -        -        -        -     sees     sees
development:together      GET   partnership/open             -        -     sees     sees     sees     sees     sees
development:strength      POST  partnership/closed           -        -        -        -        -     does     does
development:strength      POST  partnership/open             -        -        -        -        -        -        -
development:agreement_new GET   partnership/closed           -        -        -        -        -     sees     sees
development:agreement_new GET   partnership/open             -        -        -        -     sees     sees     sees
development:agreement_new POST  partnership/closed           -        -        -        -        -     does     does
development:agreement_new POST  partnership/open             -        -        -        -     does     does     does
development:agreement     GET   agreement                    -        -        -        -     sees     sees     sees
development:agreement_sign POST agreement                    -        -        -        -     does     does     away
development:agreement_note POST agreement-signed             -        -        -        -     does     does     does
development:agreement_note POST agreement                    -        -        -        -  refused  refused     does
development:agreement_end POST  agreement                    -        -        -        -     does     does     does
development:programs      GET                             sees     sees     sees     sees     sees     sees     sees
development:program       GET   program                      -        -     sees     sees     sees     sees     sees
development:program_file  GET   program                      -        -     sees     sees     sees     sees     sees
development:program_new   GET                                -        -     sees     sees     sees     sees     sees
development:program_new   POST                               -        -     does     does     does     does     does
development:program_begin GET   program                      -        -     sees     sees     sees     sees     sees
development:program_begin POST  program                      -        -     does     page     does     does     does
development:course        GET   course                       -        -        -        -     sees     sees     sees
development:course_step   GET   course                       -        -        -        -     sees     sees     sees
development:course_step   POST  course                       -        -        -        -     does     does     does
development:course_aim    GET   course                       -        -        -        -     sees     sees     sees
development:course_aim    POST  course                       -        -        -        -     does     does     does
development:course_try    GET   course                       -        -        -        -     sees     sees     sees
development:course_try    POST  course                       -        -        -        -     does     does     does
development:course_away   POST  course                       -        -        -        -     does     does     does
development:course_leave  POST  course                       -        -        -        -     does     does     does
development:journal       GET                             sees     sees     sees     sees     sees     sees     sees
development:journal       POST                            does     does     does     does     does     does     does
development:journal_remove POST entry                        -        -        -        -        -        -     does
"""
WRITTEN = files.write(files.shelf()["deciding-together"])


def _begin(world: Any, _thing: Any, person: Person | None) -> dict[str, Any]:
    """A facilitator chooses two people, everybody else the team."""
    when = {"id": uuid4(), "begins": clock.today().isoformat(), "every": 14}
    if person and person.is_facilitator:
        return when | {"people": [world.cast[who].pk for who in (Who.OTHER, Who.PARTNER)]}
    return when | {"whom": world.things["partnership/open"].pk}


FORMS: dict[str, Any] = {
    "development:styles_answers": {pair.key: 40 for pair in PAIRS},
    "development:styles_page": {"at_best": "With the numbers a day ahead", "visibility": "organization"},
    "development:strength": {"words": "What a plan leaves out"},
    "development:agreement_new": {"id": uuid4, "words": "Figures come the evening before"},
    "development:agreement_note": {"outcome": "kept"},
    "development:program_new": {"id": uuid4, "text": lambda: WRITTEN},
    "development:program_begin": _begin,
    "development:course_aim": {"aim": "When I am sure, I will say a number"},
    "development:course_try": {"held": "yes"},
    "development:journal": {"id": uuid4, "words": "Spoke second"},
}


def things(level: str, cast: Cast, team: Partnership) -> dict[str, Any]:
    """A page, an agreement that waits for two signatures, and one that all have signed."""
    owner = cast[Who.OWNER]
    shown, reach = (owner, Level.PARTNERSHIP) if level == "closed" else (cast[Who.OTHER], Level.LEADERS)
    styles.place(by=shown, answers={pair.key: 60 for pair in PAIRS}, said={})
    styles.describe(by=shown, visibility=reach, at_best="On a blank page")
    written = agreements.write_agreement(partnership=team, by=owner, words="Bad news before noon")
    signed = agreements.write_agreement(partnership=team, by=owner, words="Phones stay outside")
    for who in (Who.OTHER, Who.PARTNER):
        agreements.sign_agreement(agreement=signed, by=cast[who])
    program = programs.bring_in(by=owner, text=WRITTEN)
    course = programs.begin_course(plan=program.plan, by=owner, begins=clock.today(), partnership=team)
    for place in course.places.all():
        programs.aim_at(place=place, by=place.person, aim="I speak fourth")
    entry = write_entry(by=owner, words="Nobody else reads this")
    return {
        "program": {"key": str(program.pk)},
        "course": {"id": course.pk, "key": "1-practice-1", "number": 1},
        "entry": entry,
        "profile": {"person": shown.pk},
        "agreement": written,
        "agreement-signed": signed,
    }
