"""The decision that the tests take from frame to review: where Varnholt builds its second assembly line."""

from dataclasses import replace
from datetime import timedelta

from consort.core import clock
from consort.core.models import Level
from consort.decisions.actions import asking, committing, debating, framing, resolving, reviewing
from consort.decisions.frames import Audience, Frame, NewForecast, NewOption, NewRole
from consort.decisions.models import Choice, Decision, Part, Stage
from consort.decisions.questions import LINKS
from consort.decisions.rounds_of import rounds_of
from consort.rounds import actions as rounds
from consort.rounds.models import Round

SECRET = "zebra quagga okapi"


def day(days):
    return clock.today() + timedelta(days=days)


def moment(days):
    return clock.now() + timedelta(days=days)


def assembly_line(ingrid, tomasz, helene, priya, daniel, partnership=None, **changes):
    """Ingrid and Tomasz decide, Hélène recommends, Priya must agree, Daniel gives input, Tomasz carries it out."""
    frame = Frame(
        question="Where do we build the second assembly line?",
        context="Orders pass the capacity of Groningen in the second quarter of 2027.",
        way_back="Hard: two years, €6m",
        rule="If we differ, the board chair is asked",
        input_closes=moment(7),
        debate_until=day(14),
        resolve_by=day(21),
        commit_by=day(24),
        review_on=day(300),
        criteria=("First skid", "Capital"),
        options=(
            NewOption("Extend Groningen", "", ("May 2027", "€11.8m")),
            NewOption("New line in Poznań", "", ("September 2027", "€9.2m")),
            NewOption("Contract builder, Ostrava", "", ("February 2027", "€1.4m")),
        ),
        roles=(
            NewRole(ingrid, Part.DECIDES),
            NewRole(tomasz, Part.DECIDES),
            NewRole(helene, Part.RECOMMENDS),
            NewRole(priya, Part.AGREES, "on capital"),
            NewRole(daniel, Part.INPUT),
            NewRole(tomasz, Part.CARRIES_OUT),
        ),
        forecasts=(
            NewForecast("the first skid leaves before 1 October", day(250), 1),
            NewForecast("cost per skid is under €75,000", day(280)),
        ),
        audience=Audience(Level.PARTNERSHIP, partnership) if partnership else Audience(),
    )
    return replace(frame, **changes)


def input_answers(option="B", reason="The people are there.", first=60, second=70, change="A late first skid."):
    return {"option": option, "reason": reason, "change": change, "forecast-0": first, "forecast-1": second}


def open_now(round):
    """Open a round as its asker."""
    return rounds.open_round(Round.objects.with_people().get(pk=round.pk), by=round.asker)


class Loop:
    """Takes one decision through its stages by the actions alone. `to(stage)` stops there."""

    def __init__(self, ingrid, tomasz, helene, priya, daniel, partnership=None, **changes):
        self.ingrid, self.tomasz, self.helene, self.priya, self.daniel = ingrid, tomasz, helene, priya, daniel
        self.people = [ingrid, tomasz, helene, priya, daniel]
        frame = assembly_line(*self.people, partnership=partnership, **changes)
        self.decision = framing.frame_decision(by=helene, frame=frame)

    def to(self, stage):
        steps = [Stage.FRAME, Stage.INPUT, Stage.DEBATE, Stage.RESOLVE, Stage.COMMIT, Stage.EXECUTE, Stage.REVIEW]
        steps.append(Stage.CLOSED)
        for step in steps[steps.index(Stage(self.decision.stage)) + 1 : steps.index(stage) + 1]:
            getattr(self, f"to_{step}")()
        self.decision = Decision.objects.select_related("organization").get(pk=self.decision.pk)
        assert self.decision.stage == stage
        return self.decision

    def to_input(self):
        self.round = asking.ask_for_input(decision=self.decision, by=self.helene)

    def to_debate(self):
        for percent, person in enumerate((self.ingrid, self.tomasz, self.helene, self.daniel), 1):
            answers = input_answers(first=percent * 20, second=90, reason=f"{SECRET} {person.first_name}")
            rounds.seal_answers(round=self.round, by=person, answers=answers)

    def to_resolve(self):
        debating.close_debate(decision=self.decision, by=self.ingrid)

    def to_commit(self):
        self.consider()
        self.ballot()
        option = self.decision.options.get(letter="B")
        resolving.resolve(
            decision=self.decision,
            by=self.ingrid,
            chosen=[option],
            text="We build in Poznań.",
            because="Forty wait there.",
        )

    def consider(self):
        answers = [resolving.Answer(self.helene, True), resolving.Answer(self.daniel, False, "Ostrava cannot weld.")]
        resolving.consider(decision=self.decision, by=self.ingrid, answers=answers)

    def ballot(self):
        voters = [self.ingrid, self.tomasz, self.priya]
        option = self.decision.options.get(letter="B")
        round = asking.call_ballot(
            decision=self.decision, by=self.ingrid, opens_at=moment(1), voters=voters, proposal=option
        )
        for person in voters:
            rounds.seal_answers(round=round, by=person, answers={"consent": "consent"})

    def to_execute(self):
        for person in self.people:
            choice, reason = (Choice.COMMIT, "Winter comes first.") if person == self.daniel else (Choice.AGREE, "")
            committing.take_stance(decision=self.decision, by=person, choice=choice, reason=reason)
        committing.carry_out(
            decision=self.decision,
            by=self.tomasz,
            giver=self.tomasz,
            receiver=self.ingrid,
            what="Sign the lease",
            due=day(40),
        )
        committing.begin_carrying_out(decision=self.decision, by=self.tomasz)

    def to_review(self):
        reviewing.begin_review(decision=self.decision, by=self.ingrid)

    def judge(self, *people):
        round = rounds_of(self.decision).process
        for person in people or self.people:
            answers = dict.fromkeys(LINKS, 5)
            rounds.seal_answers(round=round, by=person, answers=answers)

    def to_closed(self):
        self.judge()
        reviewing.draw_lesson(decision=self.decision, by=self.daniel, text="Ask the one who differs first.")
        for forecast in self.decision.forecasts.all():
            reviewing.settle_forecast(forecast=forecast, by=self.ingrid, happened=forecast.position == 0)
        reviewing.close_review(decision=self.decision, by=self.ingrid, verdict="keep")
