from consort.development.models.agreements import Agreement, AgreementNote, AgreementSignature
from consort.development.models.styles import Strength, StyleProfile

__all__ = ["Agreement", "AgreementNote", "AgreementSignature", "Strength", "StyleProfile"]
