"""The vision of Varnholt in two versions, and who signed the second."""

from consort.vision.drafts import Draft

VISION = "By 2035, no industrial process under 200 °C needs to burn anything."
VALUES = (
    ("We keep our promises", "Say early when a date moves. A surprise is worse than a delay."),
    ("We decide in the room", "Disagree before the decision, once, and carry it out together afterwards."),
    ("Heat is a craft", "Whoever sells it, builds it or mends it can say how it works."),
)
WILL_NOTS = (
    ("build boilers, not even to bridge a delay", "They would pay for the past with the people we need."),
    ("depend on one supplier for a critical part", "One fire in one hall stopped us for eleven weeks."),
    ("sell what Service cannot reach within five days", "The first cold week decides who recommends us."),
)
FIRST = Draft(
    title="Strategy 2025 to 2027",
    vision="By 2035, industry under 150 °C needs no boiler.",
    mission="We build heat pumps for factories.",
    values=VALUES[:2],
    will_nots=WILL_NOTS[:1],
)
SECOND = Draft(
    title="Strategy 2026 to 2028",
    vision=VISION,
    mission="We make heat for factories: built, delivered on the promised day, and run for those who use it.",
    because=(
        "The 180 °C platform reaches two thirds more processes than we planned for, and customers ask for heat rather "
        "than for machines."
    ),
    values=VALUES,
    will_nots=WILL_NOTS,
)
PROPOSED, AGREED = {"first": -560, "second": -280}, {"first": -555, "second": -272}
SIGNED = {
    "ingrid": (-272, ""),
    "tomasz": (-272, ""),
    "helene": (-271, ""),
    "mats": (-270, ""),
    "ruth": (-270, ""),
    "sofia": (-269, ""),
    "priya": (-267, ""),
    "daniel": (-264, "Five days is right for Germany. In Italy we will need two years to keep it."),
}
"""Days and reservations; Jonas has not signed."""
