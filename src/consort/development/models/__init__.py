from consort.development.models.agreements import Agreement, AgreementNote, AgreementSignature
from consort.development.models.journal import Journal, JournalEntry
from consort.development.models.programs import Course, CourseMark, CoursePlace, CourseTry, Program
from consort.development.models.styles import Strength, StyleProfile

__all__ = [
    "Agreement",
    "AgreementNote",
    "AgreementSignature",
    "Course",
    "CourseMark",
    "CoursePlace",
    "CourseTry",
    "Journal",
    "JournalEntry",
    "Program",
    "Strength",
    "StyleProfile",
]
