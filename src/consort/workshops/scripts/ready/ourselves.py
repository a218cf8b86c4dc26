"""Scripts that look at ourselves: the quarter behind us, and how we work."""

from django.utils.translation import gettext as _

from consort.workshops.models import ActivityKind as Kind
from consort.workshops.scripts.script import Script, Step, Thing


def quarterly_review() -> Script:
    return Script(
        _("Quarterly review"),
        _("What the quarter taught us, and what we change because of it."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 5, _("The quarter in one line, as you would tell a friend.")),
            Step(
                Kind.WRITE,
                _("What helped, what held us up?"),
                8,
                _("What helped us, and what held us up? Begin each line with “helped” or “held up”."),
                _("Have the objectives and their figures on the screen first: talk about what was measured."),
            ),
            Step(Kind.REVEAL, _("Read them"), 6, earlier=2),
            Step(Kind.GROUP, _("Group them"), 10, earlier=2),
            Step(
                Kind.RATE,
                _("How well did we …"),
                5,
                _("Each alone, on the quarter that is over"),
                items=(
                    Thing(_("Choose the right things")),
                    Thing(_("Keep our promises to one another")),
                    Thing(_("Say bad news early")),
                    Thing(_("Decide in time")),
                ),
                settings={"ends": [_("badly"), _("very well")]},
            ),
            Step(Kind.DISCUSS, _("Where we see it differently"), 15, earlier=5),
            Step(
                Kind.ESTIMATE,
                _("What will the next quarter bring?"),
                5,
                _("Of ten objectives, how many will we reach next quarter?"),
                settings={"unit": _("of 10")},
            ),
            Step(Kind.RANK, _("What do we change first?"), 6, _("What should we change first?"), earlier=4),
            Step(Kind.COMMIT, _("Commit"), 10, _("What will you do differently, for whom, from when?")),
            Step(Kind.AFTER_ACTION, _("Look back"), 5),
        ),
    )


def culture() -> Script:
    return Script(
        _("Culture: from and to"),
        _("How we work today, how we need to work, and the few shifts we carry ourselves."),
        (
            Step(Kind.CHECK_IN, _("Check in"), 5, _("A moment this month that was typical of us.")),
            Step(
                Kind.FROM_TO,
                _("Where are we, where must we be?"),
                10,
                _("Where do we stand today, and where do we need to stand in two years?"),
                _("Each answers for the whole house, not for the own department."),
                names="confidential",
                items=(
                    Thing(_("We ask before we act"), _("We act and tell")),
                    Thing(_("Problems are kept in the department"), _("Problems are shown early")),
                    Thing(_("We plan to the end"), _("We try and learn")),
                    Thing(_("The expert decides"), _("Those who carry it out decide")),
                    Thing(_("We say yes and mean perhaps"), _("We say no and mean it")),
                    Thing(_("Each department is measured alone"), _("We are measured together")),
                ),
            ),
            Step(
                Kind.REVEAL,
                _("See it together"),
                8,
                note=_("The longest moves first. Where all agree, go on quickly."),
                earlier=2,
            ),
            Step(
                Kind.WRITE,
                _("What would we see?"),
                8,
                _("If the shift had happened: what would somebody see us do on an ordinary Tuesday?"),
            ),
            Step(Kind.GROUP, _("Name the shifts"), 12, earlier=4),
            Step(Kind.RANK, _("Which shift first?"), 6, _("Which shift would change the most else?"), earlier=5),
            Step(Kind.DISCUSS, _("What do we stop?"), 12, earlier=6),
            Step(
                Kind.COMMIT,
                _("Begin with ourselves"),
                10,
                _("What will people see you do differently, from when, and who tells you whether they do?"),
            ),
            Step(Kind.AFTER_ACTION, _("Look back"), 4),
        ),
    )
