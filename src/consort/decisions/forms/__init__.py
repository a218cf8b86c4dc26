"""What people send to the pages of a decision."""

from consort.decisions.forms.commit import AnswerForm, StanceForm, StepForm
from consort.decisions.forms.debate import AgainForm, ArgumentForm, EvidenceForm
from consort.decisions.forms.frame import FramePage
from consort.decisions.forms.resolve import BallotForm, ConsiderationsForm, ResolveForm
from consort.decisions.forms.review import CloseForm, LessonForm, SettleForm

__all__ = [
    "AgainForm",
    "AnswerForm",
    "ArgumentForm",
    "BallotForm",
    "CloseForm",
    "ConsiderationsForm",
    "EvidenceForm",
    "FramePage",
    "LessonForm",
    "ResolveForm",
    "SettleForm",
    "StanceForm",
    "StepForm",
]
