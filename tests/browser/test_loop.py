"""One decision from its frame to its review, by four people in a browser, on a desktop and on a phone."""

import pytest

from tests.browser import loop

pytestmark = pytest.mark.browser
OPTIONS = {"ingrid": "A", "tomasz": "A", "priya": "B", "helene": "A"}
REASONS = {
    "ingrid": "The hall in Poznań stands empty",
    "tomasz": "The people there know the line",
    "priya": "Turin costs less",
    "helene": "It is nearer to our customers",
}


@pytest.mark.parametrize("method", ["consent", "schulze"])
def test_four_people_decide_carry_out_and_look_back(method, house, someone):
    people = {name: someone(name) for name in OPTIONS}
    ids, ingrid, tomasz = house.people, people["ingrid"], people["tomasz"]

    path = loop.frame(ingrid, ids, method)
    the_first_round(people, path)
    talk(people, path)
    the_second_round(people, path)
    decide(people, ids, path, method)
    where_each_stands(people, path)
    loop.commit(people["helene"], path, "Sign the lease of the hall", ids["helene"], ids["ingrid"])
    ingrid.open(path)
    ingrid.press("Begin to carry it out")
    tomasz.open(path)
    tomasz.sees("Sign the lease of the hall")
    look_back(people, path)


def the_first_round(people, path):
    """Nobody reads anything until all are in; then all read the same, without loading the page anew."""
    *first, last = people
    for number, name in enumerate(first):
        loop.seal(people[name], path, OPTIONS[name], REASONS[name], 40 + 10 * number)
        people[name].sees("Your input is sealed")
        for other in first[:number]:
            people[other].open(path)
            people[other].does_not_see(REASONS[name])
    loop.seal(people[last], path, OPTIONS[last], REASONS[last], 80)
    for one in people.values():
        one.sees(REASONS["priya"])


def talk(people, path):
    loop.argue(people["priya"], path, "for", "Energy is a third cheaper in Turin")
    loop.argue(people["tomasz"], path, "against", "The road to Turin is closed in winter")
    loop.attach(people["helene"], path, "Notes of a visit to both halls")
    people["ingrid"].sees("The road to Turin is closed in winter")


def the_second_round(people, path):
    """Priya changes her mind; both rounds stay readable."""
    loop.ask_again(people["ingrid"], path)
    for number, (name, one) in enumerate(people.items()):
        loop.seal(one, path, "A", f"{REASONS[name]}, still", 50 + 10 * number)
    people["priya"].open(path)
    people["priya"].sees("What moved between the rounds")
    people["ingrid"].open(path)
    people["ingrid"].press("Close the debate")


def decide(people, ids, path, method):
    """Ingrid answers every input; a ballot counts where the method asks for one."""
    answers = {ids[name]: ("used", "It settled it") for name in ("tomasz", "helene")}
    loop.consider(people["ingrid"], path, {**answers, ids["priya"]: ("unused", "The price of energy will even out")})
    if method == "schulze":
        people["ingrid"].open(path)
        people["ingrid"].send(people["ingrid"].form("ballot"))
        for name in people:
            loop.vote(people[name], path, {"A": "1", "B": "2"})
    people["ingrid"].open(path)
    form = people["ingrid"].form("resolve")
    people["ingrid"].send(form, option="A", text="We build in Poznań", because="Three of four, and the hall stands")
    people["priya"].open(f"{path}record/")
    people["priya"].sees("The price of energy will even out")


def where_each_stands(people, path):
    for name in ("ingrid", "tomasz", "helene"):
        loop.stand(people[name], path, "agree")
    loop.stand(people["priya"], path, "commit", "I hold Turin for cheaper and carry this out")
    people["tomasz"].open(path)
    people["tomasz"].sees("I hold Turin for cheaper and carry this out")


def look_back(people, path):
    """How it was decided is judged before anybody reads what happened."""
    ingrid = people["ingrid"]
    ingrid.open(path)
    ingrid.unfold("Look back before the day")
    ingrid.press("Begin the review now")
    people["tomasz"].open(path)
    people["tomasz"].sees("Withheld until your own judgement of how we decided is sealed")
    for number, one in enumerate(people.values()):
        loop.judge(one, path, 4 + number % 3)
    ingrid.sees("Was it a good decision, luck aside?")
    loop.settle(ingrid, path, ("yes", "no"))
    loop.close(ingrid, path, "Ask about the road first")
    people["priya"].open(path)
    people["priya"].sees("Mean error")
    people["priya"].sees("Ask about the road first")
