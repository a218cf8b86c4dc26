"""Whose evidence stands behind a check. Where there is none, it says so."""

from django.utils.translation import gettext_lazy as _

SPECIFIC = _("Kleingeld, van Mierlo & Arends 2011: specific, difficult goals of a group, d = .80")
EGOCENTRIC = _("Kleingeld, van Mierlo & Arends 2011: goals that serve one person in a group, d = −1.75")
MONITORING = _("Harkin et al. 2016: watching progress, d = .40, more when it is recorded and shared")
RECALL = _("Sull et al. 2018: a quarter of leaders can name three of their five priorities")
CUES = _("Sheeran et al. 2024: plans that name when and how, d = .27 to .66")
APPROACH = _("Elliot & Sheldon 1997: goals of avoiding go with less progress felt and less well-being")
CRAFT = _("Plain writing; our own rule, no study behind it")
