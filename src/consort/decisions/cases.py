"""How a decision stands now, as far as the gates of its stages ask."""

from functools import cached_property
from uuid import UUID

from consort.commitments.models import Commitment
from consort.commitments.states import State
from consort.core import clock
from consort.core.models import Person
from consort.decisions.models import (
    ON_A_PROPOSAL,
    Choice,
    Consideration,
    Decision,
    Lesson,
    Method,
    Option,
    Part,
    Role,
    Stance,
)
from consort.decisions.rounds_of import INPUT, RoundsOf, rounds_of
from consort.rounds.models import Round

ASKED_FOR_INPUT = (Part.DECIDES, Part.RECOMMENDS, Part.INPUT)
VOTERS_BY_CONSENT = (Part.DECIDES, Part.AGREES)


class Case:
    """Each question is answered when a gate asks it, from what was prefetched where it was; at most one query each."""

    def __init__(self, decision: Decision, rounds: RoundsOf | None = None, opening: Round | None = None) -> None:
        """`opening`: a round that is being opened at this moment."""
        self.decision = decision
        self.opening = opening
        if rounds is not None:
            self.rounds = rounds

    @cached_property
    def rounds(self) -> RoundsOf:
        return rounds_of(self.decision)

    @cached_property
    def roles(self) -> list[Role]:
        """Of people who have not left."""
        every = self.decision.roles.select_related("person") if not self._is_fetched("roles") else self.decision.roles
        return [role for role in every.all() if role.person.left is None]

    @cached_property
    def options(self) -> int:
        return len(self._options)

    @property
    def deciders(self) -> int:
        return len(self.holders(Part.DECIDES))

    @property
    def asked(self) -> int:
        """How many people are asked for sealed input."""
        return len(self.holders(*ASKED_FOR_INPUT))

    @property
    def has_advisers(self) -> bool:
        return bool(self.holders(Part.INPUT))

    @cached_property
    def forecasts(self) -> int:
        """How many forecasts have a day on which they will be known."""
        return sum(1 for forecast in self.decision.forecasts.all() if forecast.resolves_on)

    @property
    def closes_ahead(self) -> bool:
        closes = self.decision.input_closes
        return closes is not None and closes > clock.now()

    @property
    def review_ahead(self) -> bool:
        review = self.decision.review_on
        return review is not None and review > clock.today()

    @property
    def votes(self) -> bool:
        """Whether the options are voted on: neither one proposal consented to, nor one person's choice."""
        return self.decision.method not in (*ON_A_PROPOSAL, Method.ADVICE)

    @property
    def is_asking(self) -> bool:
        return self.rounds.asking is not None

    @property
    def input_opened(self) -> bool:
        return bool(self.rounds.opened_inputs) or (self.opening is not None and self.opening.kind == INPUT)

    @cached_property
    def to_consider(self) -> set[str]:
        """Whose input of the latest round the deciders answer: everyone's who decides nothing here."""
        latest = self.rounds.latest_input
        if latest is None:
            return set()
        deciders = {person.pk for person in self.holders(Part.DECIDES)}
        return set((latest.result or {})["people"]) - {str(key) for key in deciders}

    @cached_property
    def unconsidered(self) -> int:
        return len(self.to_consider - set(self.considerations))

    @cached_property
    def considerations(self) -> dict[str, Consideration]:
        """The deciders' answers to the latest round of input, by the person's id."""
        latest = self.rounds.latest_input
        every = self.decision.considerations.all() if latest else ()
        return {str(each.person_id): each for each in every if latest and each.round_id == latest.pk}

    @property
    def ballot_opened(self) -> bool:
        ballot = self.rounds.ballot
        return ballot is not None and ballot.is_opened

    @property
    def is_quorate(self) -> bool:
        """Whether as many voted as the ballot that counts asks for."""
        ballot = self.rounds.ballot
        return ballot is None or not ballot.is_opened or bool((ballot.result or {}).get("is_quorate", True))

    @property
    def is_advised(self) -> bool:
        """By the advice process one person decides and somebody is asked for advice; else anything goes."""
        return self.decision.method != Method.ADVICE or (self.deciders == 1 and self.has_advisers)

    @property
    def needs_ballot(self) -> bool:
        """Consent of one person alone needs no ballot, and the advice process holds none; every other way does."""
        if self.decision.method == Method.ADVICE:
            return False
        return self.decision.method != Method.CONSENT or len(self.holders(*VOTERS_BY_CONSENT)) > 1

    @cached_property
    def stances(self) -> dict[UUID, Stance]:
        """What stands, by person."""
        standing = self.decision.stances.filter(replaced=None).select_related("person", "answered_by", "escalates_to")
        return {stance.person_id: stance for stance in standing}

    @property
    def everyone(self) -> list[UUID]:
        """The ids of all who hold a part."""
        return list(dict.fromkeys(role.person_id for role in self.roles))

    @property
    def unsaid(self) -> int:
        return sum(1 for person in self.everyone if person not in self.stances)

    @property
    def commit_passed(self) -> bool:
        until = self.decision.commit_by
        return until is not None and until < clock.today()

    @property
    def objections(self) -> int:
        return sum(1 for stance in self.stances.values() if stance.choice == Choice.OBJECT)

    @property
    def unanswered_objections(self) -> int:
        return sum(1 for stance in self.stances.values() if stance.choice == Choice.OBJECT and not stance.answer)

    @property
    def vetoes(self) -> int:
        """How many who must agree object."""
        must = {person.pk for person in self.holders(Part.AGREES)}
        return sum(1 for key, stance in self.stances.items() if key in must and stance.choice == Choice.OBJECT)

    @cached_property
    def commitments(self) -> int:
        """How many that were not declined or released carry this out."""
        return (
            Commitment.objects.filter(about_id=self.decision.pk)
            .exclude(state__in=(State.DECLINED, State.RELEASED))
            .count()
        )

    @property
    def review_due(self) -> bool:
        review = self.decision.review_on
        return review is not None and review <= clock.today()

    @property
    def process_opened(self) -> bool:
        process = self.rounds.process
        return process is not None and process.is_opened

    @cached_property
    def unsettled(self) -> int:
        """Forecasts about what was done, known by today, that nobody has settled."""
        return sum(1 for each in self.decision.forecasts.all() if each.happened is None and self.is_known(each.pk))

    def is_known(self, forecast_id: object) -> bool:
        """Whether the forecast is about what was chosen, and its day has come."""
        each = next(each for each in self.decision.forecasts.all() if each.pk == forecast_id)
        about_it = each.option_id is None or each.option_id == self.decision.outcome_id
        return about_it and each.resolves_on is not None and each.resolves_on <= clock.today()

    @cached_property
    def lessons_drawn(self) -> list[Lesson]:
        return list(self.decision.lessons.select_related("by"))

    @property
    def lessons(self) -> int:
        return len(self.lessons_drawn)

    def holders(self, *parts: Part) -> list[Person]:
        """The people who hold one of `parts`, each once."""
        people = {role.person_id: role.person for role in self.roles if role.part in parts}
        return list(people.values())

    @cached_property
    def _options(self) -> list[Option]:
        return self.decision.standing_options

    def _is_fetched(self, name: str) -> bool:
        return name in getattr(self.decision, "_prefetched_objects_cache", {})
