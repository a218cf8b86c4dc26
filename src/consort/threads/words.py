"""What is said after a comment was written."""

from django.utils.translation import gettext as _

from consort.threads.mentions import Mentioned


def told(opening: str, mentioned: Mentioned) -> str:
    """The opening, and who was mentioned or could not be."""
    sentences = [opening]
    if mentioned.people:
        names = _names([person.first_name for person in mentioned.people])
        sentences.append(_("It waits for %(names)s.") % {"names": names})
    if mentioned.cannot_see:
        names = _names([person.full_name for person in mentioned.cannot_see])
        sentences.append(_("Not told, because they cannot see this: %(names)s.") % {"names": names})
    sentences += [
        _("There is more than one %(name)s here: write the last name too.") % {"name": name}
        for name in mentioned.unclear
    ]
    return " ".join(sentences)


def _names(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return _("%(names)s and %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
