from consort.decisions.models.bringing import Bringing, Original
from consort.decisions.models.carrying import Approval, Deviation, Message, Telling
from consort.decisions.models.criteria import Criterion, Matrix
from consort.decisions.models.debate import Argument, Evidence, Side, Source
from consort.decisions.models.decision import (
    DECIDED,
    ON_A_BASE,
    ON_A_PROPOSAL,
    RANKED,
    SCORED,
    Base,
    Decision,
    Method,
    Share,
    Stage,
)
from consort.decisions.models.exercise import Exercise, ExerciseAnswer
from consort.decisions.models.forecast import Estimate, Forecast
from consort.decisions.models.option import Option, OptionFact, letter_of
from consort.decisions.models.resolution import Choice, Consideration, Stance
from consort.decisions.models.review import Lesson, Review, Verdict
from consort.decisions.models.role import Part, Role
from consort.decisions.models.statements import Statement, StatementMap, Voice

__all__ = [
    "DECIDED",
    "ON_A_BASE",
    "ON_A_PROPOSAL",
    "RANKED",
    "SCORED",
    "Approval",
    "Argument",
    "Base",
    "Bringing",
    "Choice",
    "Consideration",
    "Criterion",
    "Decision",
    "Deviation",
    "Estimate",
    "Evidence",
    "Exercise",
    "ExerciseAnswer",
    "Forecast",
    "Lesson",
    "Matrix",
    "Message",
    "Method",
    "Option",
    "OptionFact",
    "Original",
    "Part",
    "Review",
    "Role",
    "Share",
    "Side",
    "Source",
    "Stage",
    "Stance",
    "Statement",
    "StatementMap",
    "Telling",
    "Verdict",
    "Voice",
    "letter_of",
]
