"""Ballot files that the tests read, and the published results of those that have one. Sources: data/SOURCES.md."""

from pathlib import Path

DATA = Path(__file__).parent / "data"

FULL_RANKINGS = {
    2018: [
        "Aaron Crickenberger",
        "Timothy St. Clair",
        "Davanum Srinivas",
        "Nikhita Raghunath",
        "Kris Nova",
        "Quinton Hoole",
        "Stephen Augustus",
        "Tim Pepper",
    ],
    2019: [
        "Paris Pittman",
        "Nikhita Raghunath",
        "Christoph Blecker",
        "Derek Carr",
        "Stephen Augustus",
        "Lachlan Evenson",
        "Brendan Burns",
        "Vallery Lancey",
        "Pengfei Ni",
        "Kris Nova",
        "Klaus Ma",
    ],
    2020: [
        "Jordan Liggitt",
        "Bob Killen",
        "Davanum Srinivas",
        "Stephen Augustus",
        "Ian Coldwater",
        "Lachlan Evenson",
        "Federico Bongiovanni",
        "Carlos Panato",
        "Divya Mohan",
        "Mayank Kumar",
    ],
}
SEATS_2021 = ["parispittman", "justaugustus", "cblecker", "tpepper"]
VOTES_CAST = {2018: 307, 2019: 377, 2020: 312, 2021: 256}


def kubernetes(year: int) -> bytes:
    """The published ballots of one steering committee election."""
    return (DATA / "kubernetes" / f"{year}.csv").read_bytes()
