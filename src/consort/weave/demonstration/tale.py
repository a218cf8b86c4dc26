"""A decision as the demonstration tells it: who thought what, and on which day what happened."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

from consort.core.models import Person
from consort.decisions.actions import asking, committing, debating, framing, resolving, reviewing
from consort.decisions.frames import Audience, Frame, NewForecast, NewOption, NewRole
from consort.decisions.models import Choice, Decision, Method, Part, Side, Source, Verdict
from consort.decisions.questions import CONSENTS, LINKS, key_of
from consort.rounds import actions as rounds
from consort.rounds.models import Round
from consort.weave.demonstration.story import Story

DECIDES, RECOMMENDS, AGREES = Part.DECIDES, Part.RECOMMENDS, Part.AGREES
GIVES_INPUT, CARRIES_OUT = Part.INPUT, Part.CARRIES_OUT


@dataclass(frozen=True)
class Input:
    """One person's sealed input: the option's letter, why, what would change it, and each forecast in per cent."""

    option: str
    reason: str
    change: str
    odds: tuple[int, ...]


@dataclass(frozen=True)
class Said:
    """An argument of the debate."""

    who: str
    side: Side
    option: str
    text: str


@dataclass(frozen=True)
class Step:
    """A commitment made from the decision: `due` and `kept` are days."""

    giver: str
    receiver: str
    what: str
    due: int
    kept: int | None = None


@dataclass(frozen=True)
class Tale:
    """`days`: when it was framed, asked, opened, resolved, committed and reviewed, as far as it came."""

    question: str
    context: str
    days: dict[str, int]
    by: str
    options: tuple[NewOption, ...]
    roles: tuple[tuple[str, Part, str], ...]
    forecasts: tuple[NewForecast, ...]
    inputs: dict[str, Input] = field(default_factory=dict)
    second: dict[str, Input] = field(default_factory=dict)
    criteria: tuple[str, ...] = ()
    way_back: str = ""
    rule: str = ""
    method: Method = Method.CONSENT
    evidence: tuple[tuple[str, str, Source, str], ...] = ()
    debate: tuple[Said, ...] = ()
    unused: dict[str, str] = field(default_factory=dict)
    chosen: str = ""
    text: str = ""
    because: str = ""
    dissent: dict[str, tuple[Choice, str]] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    happened: tuple[bool, ...] = ()
    judged: dict[str, tuple[int, ...]] = field(default_factory=dict)
    lessons: tuple[tuple[str, str, str], ...] = ()
    verdict: tuple[Verdict, str] | None = None
    ballot: dict[str, dict[str, object]] = field(default_factory=dict)


class Teller:
    """Schedules one tale. Each method is one moment of it."""

    def __init__(self, story: Story, tale: Tale) -> None:
        self.story, self.tale = story, tale
        self.identity = uuid4()

    def schedule(self) -> None:
        """Put every moment of the tale that has come into the story."""
        moments = {
            "framed": (9.5, self.frame),
            "asked": (11, self.ask),
            "opened": (17, self.open),
            "again": (10, self.ask_again),
            "opened_again": (17, self.open_again),
            "resolved": (15, self.resolve),
            "committed": (16, self.commit),
            "reviewed": (9, self.review),
            "closed": (16, self.close),
        }
        for name, day in self.tale.days.items():
            if name in moments and day <= 0:
                hour, event = moments[name]
                self.story.on(day, hour, event)

    @property
    def decision(self) -> Decision:
        return Decision.objects.get(pk=self.identity)

    def frame(self) -> None:
        tale, story, days = self.tale, self.story, self.tale.days
        closes = story.moment(days["opened"], 17) if "opened" in days else None
        frame = Frame(
            question=tale.question,
            context=tale.context,
            way_back=tale.way_back,
            rule=tale.rule,
            method=tale.method,
            input_closes=closes,
            debate_until=story.day(days.get("resolved", days.get("opened", 0) + 8)),
            resolve_by=story.day(days.get("resolved", days.get("opened", 0) + 14)),
            commit_by=story.day(days.get("committed", days.get("resolved", days.get("opened", 0) + 14)) + 3),
            review_on=story.day(days.get("reviewed", 180)),
            options=tale.options,
            criteria=tale.criteria,
            roles=tuple(NewRole(story[who], part, scope) for who, part, scope in tale.roles),
            forecasts=tuple(self._dated(each) for each in tale.forecasts),
            audience=Audience(partnership=story.partnerships["team"]),
        )
        framing.frame_decision(by=story[tale.by], frame=frame, id=self.identity)
        for who, title, kind, note in tale.evidence:
            debating.attach_evidence(decision=self.decision, by=story[who], title=title, kind=kind, note=note)

    def _dated(self, forecast: NewForecast) -> NewForecast:
        """A forecast is known at the review unless the tale says otherwise."""
        known = forecast.resolves_on or self.story.day(self.tale.days.get("reviewed", 180))
        return replace(forecast, resolves_on=known)

    def ask(self) -> None:
        asking.ask_for_input(decision=self.decision, by=self.story[self.tale.by])
        self._let_answer(self.tale.inputs, self.tale.days["asked"], self.tale.days["opened"])

    def ask_again(self) -> None:
        opens = self.story.moment(self.tale.days["opened_again"], 17)
        asking.ask_again(decision=self.decision, by=self._decider, opens_at=opens)
        self._let_answer(self.tale.second, self.tale.days["again"], self.tale.days["opened_again"])

    def _let_answer(self, inputs: dict[str, Input], first: int, last: int) -> None:
        """Spread the answers over the days, the last of them before the round opens and before now."""
        until = min(last, 0)
        for number, (who, given) in enumerate(inputs.items()):
            day = first + (number * max(until - first, 0)) // max(len(inputs), 1)
            self.story.on(day, 12 + number * 0.35, lambda who=who, given=given: self._answer(who, given))  # type: ignore[misc]

    def _answer(self, who: str, given: Input) -> None:
        forecasts = list(self.decision.forecasts.all())
        answers: dict[str, object] = {"option": given.option, "reason": given.reason, "change": given.change}
        answers |= {key_of(each): percent for each, percent in zip(forecasts, given.odds, strict=True)}
        rounds.seal_answers(round=self._asking, by=self.story[who], answers=answers)

    @property
    def _asking(self) -> Round:
        return Round.objects.get(about_id=self.identity, state="asking")

    def open(self) -> None:
        """The round opens, unless the last answer has opened it already; then it is debated."""
        self.open_again()
        last = self.tale.days.get("again", self.tale.days.get("resolved", 1)) - 1
        for number, said in enumerate(self.tale.debate):
            day = min(self.tale.days["opened"] + 1 + number // 3, last, 0)
            self.story.on(day, 9 + number * 0.6, lambda said=said: self._say(said))  # type: ignore[misc]

    def open_again(self) -> None:
        waiting = Round.objects.filter(about_id=self.identity, state="asking").first()
        if waiting:
            rounds.open_round(waiting)

    def _say(self, said: Said) -> None:
        option = self.decision.options.filter(letter=said.option).first()
        debating.argue(decision=self.decision, by=self.story[said.who], side=said.side, text=said.text, option=option)

    def resolve(self) -> None:
        decision, tale, story = self.decision, self.tale, self.story
        debating.close_debate(decision=decision, by=self._decider)
        people = [story[who] for who in (tale.second or tale.inputs)]
        names = {story[who]: who for who in (tale.second or tale.inputs)}
        answers = [
            resolving.Answer(person, names[person] not in tale.unused, tale.unused.get(names[person], ""))
            for person in people
            if person != self._decider
        ]
        resolving.consider(decision=self.decision, by=self._decider, answers=answers)
        ballot = tale.ballot or self._consents()
        if len(ballot) > 1:
            self._vote(ballot)
        chosen = list(self.decision.options.filter(letter=tale.chosen))
        resolving.resolve(decision=self.decision, by=self._decider, chosen=chosen, text=tale.text, because=tale.because)

    def _consents(self) -> dict[str, dict[str, object]]:
        """By consent, those who decide and those who must agree see no harm in it."""
        say: dict[str, object] = {"consent": CONSENTS, "reason": ""}
        return {who: say for who, part, _ in self.tale.roles if part in (DECIDES, AGREES)}

    def _vote(self, ballot: dict[str, dict[str, object]]) -> None:
        voters = [self.story[who] for who in ballot]
        at = self.story.moment(self.tale.days["resolved"], 15.5) + timedelta(hours=1)
        proposal = self.decision.options.filter(letter=self.tale.chosen).first()
        asking.call_ballot(decision=self.decision, by=self._decider, opens_at=at, voters=voters, proposal=proposal)
        for who, answers in ballot.items():
            rounds.seal_answers(round=self._asking, by=self.story[who], answers=answers)

    @property
    def _decider(self) -> Person:
        return self.story[next(who for who, part, _ in self.tale.roles if part == DECIDES)]

    def commit(self) -> None:
        everyone = dict.fromkeys(who for who, *_ in self.tale.roles)
        for who in everyone:
            if who not in self.tale.silent:
                choice, reason = self.tale.dissent.get(who, (Choice.AGREE, ""))
                committing.take_stance(decision=self.decision, by=self.story[who], choice=choice, reason=reason)
        for step in self.tale.steps:
            self._promise(step)
        if not self.tale.silent:
            committing.begin_carrying_out(decision=self.decision, by=self._decider)

    def _promise(self, step: Step) -> None:
        from consort.commitments import actions as commitments

        giver, receiver = self.story[step.giver], self.story[step.receiver]
        made = committing.carry_out(
            decision=self.decision,
            by=giver,
            giver=giver,
            receiver=receiver,
            what=step.what,
            due=self.story.day(step.due),
        )
        if step.kept is not None and step.kept <= 0:
            self.story.on(step.kept, 11, lambda: commitments.say_done(commitment=made, by=giver))
            self.story.on(step.kept, 15, lambda: commitments.confirm_kept(commitment=made, by=receiver))

    def review(self) -> None:
        if self.decision.stage == "execute":
            reviewing.begin_review(decision=self.decision, by=None)
        for number, (who, marks) in enumerate(self.tale.judged.items()):
            answers = dict(zip(LINKS, marks, strict=True))
            self.story.on(
                self.tale.days["reviewed"],
                10 + number * 0.3,
                lambda who=who, answers=answers: rounds.seal_answers(  # type: ignore[misc]
                    round=self._asking, by=self.story[who], answers=answers
                ),
            )

    def close(self) -> None:
        self.open_again()
        decider = self._decider
        for forecast, happened in zip(self.decision.forecasts.all(), self.tale.happened, strict=True):
            reviewing.settle_forecast(forecast=forecast, by=decider, happened=happened)
        for who, text, change in self.tale.lessons:
            reviewing.draw_lesson(decision=self.decision, by=self.story[who], text=text, change=change)
        if self.tale.verdict:
            verdict, change = self.tale.verdict
            reviewing.close_review(decision=self.decision, by=decider, verdict=verdict, change=change)
