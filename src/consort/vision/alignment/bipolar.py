"""A set of statements to begin a culture map with: on each line two ways to work, both of them sensible somewhere."""

from django.utils.translation import gettext_lazy as _

SEPARATOR = "–"
STATEMENTS = (
    (_("Decisions are taken at the top"), _("Decisions are taken where the knowledge is")),
    (_("We decide when everything is known"), _("We decide early and correct")),
    (_("We speak of problems once we have a solution"), _("We speak of problems as soon as we see them")),
    (_("Disagreement is said in private"), _("Disagreement is said in the room")),
    (_("Each department looks after its own goals"), _("We give up our own goals for shared ones")),
    (_("A promise is an intention"), _("A promise holds, or is renegotiated before its date")),
    (_("We begin new things easily"), _("We stop things before we begin new ones")),
    (_("We plan the year and keep to it"), _("We look again every few weeks and change course")),
    (_("Mistakes are explained"), _("Mistakes are shared so that others learn")),
    (_("We ask customers when a product is ready"), _("We ask customers while we are still unsure")),
    (_("Experience settles a question"), _("A test settles a question")),
    (_("Information is given to those who need it"), _("Information is open unless there is a reason")),
    (_("Managers assign tasks"), _("Managers set goals and leave the way open")),
    (_("Feedback comes once a year"), _("Feedback comes in the week it is about")),
    (_("We promote those who deliver alone"), _("We promote those who make others better")),
    (_("Meetings inform"), _("Meetings decide")),
    (_("We value being certain"), _("We value changing our minds for good reasons")),
    (_("Rules keep us safe"), _("Judgement keeps us safe")),
)


def as_lines() -> str:
    """As they stand in the form, one pair on each line."""
    return "\n".join(f"{one} {SEPARATOR} {other}" for one, other in STATEMENTS)


def pairs_in(lines: list[str]) -> list[tuple[str, str]]:
    """The two sides of each line. Raises ValueError with the first line that has no two sides."""
    found = []
    for line in lines:
        one, _bar, other = line.partition(SEPARATOR)
        if not one.strip() or not other.strip():
            raise ValueError(line)
        found.append((one.strip(), other.strip()))
    return found
