"""What a new document of each kind begins with."""

from django.utils.translation import gettext as _

from consort.documents.models import Document


def text_of(kind: str) -> str:
    """Headings and a hint below each, as Markdown."""
    parts = {
        Document.Kind.PLAN: [
            (_("1. What it is for"), _("Name what will be true at the end that is not true today.")),
            (_("2. Where the money and the people go"), _("Say who gives what, until when.")),
            (_("3. What we stop"), _("A plan that stops nothing asks for more hours than there are.")),
            (_("4. How we will know"), _("Name the numbers, the day on which you look, and what happens then.")),
        ],
        Document.Kind.CHARTER: [
            (_("1. What we lead together"), _("One sentence that both would say in the same words.")),
            (_("2. What each of us decides alone"), _("Name what the other need not ask about.")),
            (_("3. How we disagree"), _("Where, how soon, and who is asked when it lasts.")),
            (_("4. What we promise each other"), _("Something the other can notice.")),
        ],
        Document.Kind.MINUTES: [
            (_("1. Who was there"), ""),
            (_("2. What was decided"), ""),
            (_("3. Who promised what to whom"), ""),
            (_("4. What stays open"), ""),
        ],
    }
    return "\n\n".join(f"## {title}\n\n{hint}" for title, hint in parts.get(Document.Kind(kind), []))
