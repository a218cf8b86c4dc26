from consort.decisions.models.debate import Argument, Evidence, Side, Source
from consort.decisions.models.decision import DECIDED, RANKED, Base, Decision, Method, Stage
from consort.decisions.models.forecast import Estimate, Forecast
from consort.decisions.models.option import Option, OptionFact, letter_of
from consort.decisions.models.resolution import Choice, Consideration, Stance
from consort.decisions.models.review import Lesson, Review, Verdict
from consort.decisions.models.role import Part, Role

__all__ = [
    "DECIDED",
    "RANKED",
    "Argument",
    "Base",
    "Choice",
    "Consideration",
    "Decision",
    "Estimate",
    "Evidence",
    "Forecast",
    "Lesson",
    "Method",
    "Option",
    "OptionFact",
    "Part",
    "Review",
    "Role",
    "Side",
    "Source",
    "Stage",
    "Stance",
    "Verdict",
    "letter_of",
]
