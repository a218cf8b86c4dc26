"""Scripts for what lies between people: a pair, rights to decide, two departments at odds."""

from django.utils.translation import gettext as _

from consort.workshops.models import ActivityKind as Kind
from consort.workshops.scripts.script import Script, Step, Thing


def charter_of_a_pair() -> Script:
    return Script(
        _("Joint charter of a pair"),
        _("What you two lead together, how you decide, and what you do when it goes wrong."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 4, _("What went well between you two lately?")),
            Step(
                Kind.WRITE,
                _("What we lead together"),
                8,
                _("What can only be achieved by both of you, and how would you know?"),
                _("Two people read each other’s words side by side; no figure is made of them."),
            ),
            Step(Kind.REVEAL, _("Read each other"), 8, earlier=2),
            Step(
                Kind.WRITE,
                _("What I need from you"),
                8,
                _("What do you need from the other, and what do you offer in return?"),
            ),
            Step(Kind.DISCUSS, _("Where our words differ"), 15, earlier=4),
            Step(
                Kind.RANK,
                _("When we are under pressure"),
                5,
                _("When time is short, what comes first between you two?"),
                items=(
                    Thing(_("That we speak with one voice")),
                    Thing(_("That each may act alone")),
                    Thing(_("That we hear bad news from each other first")),
                    Thing(_("That the promise to the customer holds")),
                ),
            ),
            Step(
                Kind.DISCUSS,
                _("Write the charter"),
                15,
                note=_("Write three to five sentences as the conclusion: they become the charter."),
                earlier=6,
            ),
            Step(Kind.DECIDE, _("Do we both stand behind it?"), 4, _("Do you stand behind these sentences?")),
            Step(Kind.COMMIT, _("Commit"), 8, _("What do you promise the other, and by when?")),
            Step(Kind.AFTER_ACTION, _("Look back"), 4),
        ),
    )


def decision_rights() -> Script:
    return Script(
        _("Decision rights"),
        _("Who decides what, who is asked first, and who carries it out: agreed before the next dispute."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 4, _("A decision that took too long, in one line.")),
            Step(
                Kind.WRITE,
                _("Which decisions get stuck?"),
                8,
                _("Which decisions get stuck, get made twice, or surprise those who carry them out?"),
                _("Ask for decisions that come back, not for single cases."),
            ),
            Step(Kind.GROUP, _("Group them"), 10, earlier=2),
            Step(Kind.RANK, _("Which costs us most?"), 5, _("Which of these costs us most?"), earlier=3),
            Step(
                Kind.DISCUSS,
                _("One name for each"),
                20,
                note=_("Take the first three. For each: who decides, who must be asked, who carries it out."),
                earlier=4,
            ),
            Step(
                Kind.DECIDE,
                _("Can you live with it?"),
                6,
                _("Can you work by these names for half a year?"),
                _("An objection names the harm, not the preference."),
            ),
            Step(Kind.COMMIT, _("Commit"), 8, _("Who tells whom that it has changed, and by when?")),
            Step(Kind.AFTER_ACTION, _("Look back"), 4),
        ),
    )


def two_departments() -> Script:
    return Script(
        _("Conflict between two departments"),
        _("What each side needs, what it costs the other, and a trade that both can keep."),
        (
            Step(
                Kind.CHECK_IN,
                _("Check in"),
                5,
                _("What does the other department do well?"),
                _("Begin with this, also when it is hard. Nobody skips it."),
            ),
            Step(
                Kind.WRITE,
                _("What we need"),
                8,
                _("What does your department need from the other, and what happens when it does not come?"),
            ),
            Step(Kind.REVEAL, _("Read what the others need"), 8, earlier=2),
            Step(
                Kind.WRITE,
                _("Say it back"),
                6,
                _("Say in your own words what the other side needs and why it makes sense to them."),
                _("Go on only when each side has said: yes, that is what we meant."),
            ),
            Step(Kind.GROUP, _("Name what is really at odds"), 10, earlier=2),
            Step(
                Kind.ALLOCATE,
                _("What matters how much?"),
                6,
                _("Share out 100 points: what must be solved first?"),
                earlier=5,
            ),
            Step(Kind.DISCUSS, _("Find a trade"), 20, earlier=6),
            Step(
                Kind.DECIDE,
                _("Does the trade hold?"),
                5,
                _("Can you carry this trade in front of your own people?"),
            ),
            Step(Kind.COMMIT, _("Commit"), 10, _("What does each side give, to whom, and by when?")),
            Step(Kind.AFTER_ACTION, _("Look back"), 4),
        ),
    )
