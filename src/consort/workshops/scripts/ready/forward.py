"""Scripts that look ahead: what matters, how we will know, and what could stop us."""

from django.utils.translation import gettext as _

from consort.workshops.models import ActivityKind as Kind
from consort.workshops.scripts.script import Script, Step


def priorities() -> Script:
    return Script(
        _("Priorities for the year"),
        _("One order that all of us would give, or the honest list of where we differ."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 5, _("What do you bring with you today, in one line?")),
            Step(
                Kind.WRITE,
                _("Write in silence"),
                10,
                _("What must be true by the end of the year?"),
                _("Ask for results one could see or count, not for activities. Keep the silence to the end."),
            ),
            Step(
                Kind.GROUP,
                _("Group and name"),
                15,
                note=_("Five to nine groups. A group is a result; name it so that somebody outside would understand."),
                earlier=2,
            ),
            Step(
                Kind.RANK,
                _("Rank alone, first time"),
                6,
                _("Which of these matters most this year?"),
                _("Nobody talks. Everyone starts from a different order, so that ours is nobody’s beginning."),
                earlier=3,
            ),
            Step(
                Kind.DISCUSS,
                _("Discuss what differs"),
                25,
                note=_("Whoever stands farthest from the middle speaks first and is heard to the end."),
                earlier=4,
            ),
            Step(Kind.RANK, _("Rank alone, again"), 6, _("Which of these matters most this year?"), earlier=4),
            Step(Kind.REVEAL, _("Reveal and compare"), 10, earlier=6),
            Step(
                Kind.COMMIT,
                _("Commit"),
                15,
                _("What will you do first, for whom, by when?"),
                _("Keep the first three as priorities. A priority without a first promise is a wish."),
            ),
            Step(Kind.AFTER_ACTION, _("Look back"), 5),
        ),
    )


def mission_and_metrics() -> Script:
    return Script(
        _("Mission and metrics"),
        _("A mission in one sentence, and the few figures by which we will know."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 5, _("When did you last tell somebody what we are here for?")),
            Step(
                Kind.WRITE,
                _("Write the mission, alone"),
                10,
                _("We exist so that … Write one sentence, or two that compete."),
                _("No commas that hide a second mission."),
            ),
            Step(
                Kind.REVEAL,
                _("Read all of them"),
                8,
                note=_("Read them aloud in turn. Nobody defends anything yet."),
                earlier=2,
            ),
            Step(
                Kind.DISCUSS,
                _("What do they share, what differs?"),
                15,
                note=_("Write the sentence that survives as the conclusion of this activity."),
                earlier=2,
            ),
            Step(
                Kind.WRITE,
                _("Write the figures, alone"),
                8,
                _("Which figure would tell you, without anybody explaining, that we are succeeding?"),
            ),
            Step(Kind.GROUP, _("Group the figures"), 10, earlier=5),
            Step(
                Kind.ALLOCATE,
                _("Share out 100 points"),
                6,
                _("How much should each figure count?"),
                earlier=6,
            ),
            Step(
                Kind.DECIDE,
                _("Agree, commit or object"),
                8,
                _("Do you stand behind this sentence and these figures?"),
                _("Read the sentence out before the clock runs. An objection needs its reason."),
            ),
            Step(Kind.COMMIT, _("Commit"), 10, _("Who keeps which figure, and when is its first reading?")),
            Step(Kind.AFTER_ACTION, _("Look back"), 5),
        ),
    )


def premortem() -> Script:
    return Script(
        _("Premortem"),
        _("It has failed. Say why, while it can still be prevented."),
        (
            Step(
                Kind.CHECK_IN,
                _("Check in"),
                4,
                _("How sure are you of this plan, in one line?"),
                _("State the plan and its date in two sentences before anybody writes."),
            ),
            Step(
                Kind.WRITE,
                _("It has failed: why?"),
                8,
                _("A year has passed and the plan has failed completely. What happened?"),
                _("No names are shown, so that nobody has to be loyal. Ask for causes, not for moods."),
                names="confidential",
            ),
            Step(Kind.GROUP, _("Group the causes"), 10, earlier=2),
            Step(
                Kind.RATE,
                _("How likely is each?"),
                6,
                _("How likely is each cause?"),
                earlier=3,
                settings={"ends": [_("hardly"), _("almost surely")]},
            ),
            Step(
                Kind.RANK,
                _("Which would hurt most?"),
                6,
                _("Which of them would do the most harm?"),
                earlier=3,
            ),
            Step(Kind.DISCUSS, _("What would we see first?"), 15, earlier=5),
            Step(
                Kind.COMMIT,
                _("Prevent it"),
                12,
                _("What will you do against it, and by when would you know?"),
                _("One promise for each of the first three causes."),
            ),
            Step(Kind.AFTER_ACTION, _("Look back"), 4),
        ),
    )
