"""The steps of a decision as people take them, each on its page."""

from datetime import date, timedelta

from tests.browser.people import Someone, fill

QUESTION = "Where do we build the second line?"
STATEMENTS = ("The first skid leaves in spring", "It costs less than four million")


def frame(ingrid: Someone, people: dict[str, str], method: str) -> str:
    """Ingrid frames the question and asks for input. Gives the path of the decision."""
    ingrid.open("/varnholt/decisions/new/")
    form = ingrid.page.locator("form#frame")
    for name, value in {"question": QUESTION, "context": "The old line is full.", "method": method}.items():
        fill(form, name, value)
    for place, title in enumerate(("Poznań", "Turin")):
        form.locator("[name=option]").nth(place).fill(title)
    parts = {"ingrid": "decides", "tomasz": "input", "priya": "recommends", "helene": "carries_out"}
    for name, part in parts.items():
        form.locator(f"[name='part-{people[name]}'][value={part}]").check()
    form.locator(f"[name='part-{people['helene']}'][value=input]").check()
    _foretell(ingrid)
    ingrid.answered(form.get_by_role("button", name="Ask for input"))
    ingrid.sees("Your input, sealed until everyone’s is in")
    return ingrid.page.url.removeprefix(ingrid.url)


def _foretell(ingrid: Someone) -> None:
    today = date.today().isoformat()  # noqa: DTZ011  (the browser and the server share the clock of this machine)
    for place, statement in enumerate(STATEMENTS):
        ingrid.page.locator("[name=statement]").nth(place).fill(statement)
        ingrid.page.locator("[name=known_on]").nth(place).fill(today)


def seal(one: Someone, path: str, option: str, reason: str, percent: int) -> None:
    """One person's sealed input."""
    one.open(path)
    envelope = one.page.locator("#envelope-form")
    answers = {"answer.option": option, "answer.reason": reason, "answer.change": f"If {reason.lower()} were wrong"}
    for name, value in {**answers, "answer.forecast-0": str(percent), "answer.forecast-1": "50"}.items():
        fill(envelope, name, value)
    one.press("Seal my input")


def argue(one: Someone, path: str, side: str, text: str) -> None:
    one.open(path)
    one.unfold("Add an argument")
    one.send(one.form("arguments"), side=side, text=text)
    one.sees(text)


def attach(one: Someone, path: str, title: str) -> None:
    one.open(path)
    one.unfold("Add evidence")
    one.send(one.form("evidence"), title=title, kind="visit")
    one.sees(title)


def ask_again(one: Someone, path: str) -> None:
    one.open(path)
    one.unfold("Ask everyone a second time")
    one.send(one.form("again"))
    one.sees("sealed until everyone’s is in")


def consider(decider: Someone, path: str, answers: dict[str, tuple[str, str]]) -> None:
    """Answer each input: used, or unused and why, by the id of the person."""
    decider.open(path)
    form = decider.form("considerations")
    for person, (used, because) in answers.items():
        fill(form, f"used-{person}", used)
        fill(form, f"because-{person}", because)
    decider.press("Answer them")


def vote(one: Someone, path: str, order: dict[str, str]) -> None:
    one.open(path)
    for option, place in order.items():
        fill(one.page.locator("#envelope-form"), f"answer.rank.{option}", place)
    one.press("Seal my input")


def stand(one: Someone, path: str, choice: str, reason: str = "") -> None:
    one.open(path)
    one.send(one.form("stance"), choice=choice, reason=reason)


def commit(one: Someone, path: str, what: str, giver: str, receiver: str) -> None:
    due = (date.today() + timedelta(days=9)).isoformat()  # noqa: DTZ011
    one.open(path)
    one.unfold("Commit to a step")
    one.send(one.form("steps"), what=what, giver=giver, receiver=receiver, due=due)
    one.sees(what)


def judge(one: Someone, path: str, points: int) -> None:
    """How one holds the decision was made."""
    one.open(path)
    for name in ("frame", "options", "facts", "values", "reasoning", "commitment"):
        fill(one.page.locator("#envelope-form"), f"answer.{name}", str(points))
    one.press("Seal my input")


def settle(one: Someone, path: str, outcomes: tuple[str, ...]) -> None:
    """Whether each forecast came true."""
    for place, happened in enumerate(outcomes):
        one.open(path)
        one.unfold("Settle the forecasts")
        one.send(one.page.locator("form[action*='/forecasts/']").nth(place), happened=happened)


def close(one: Someone, path: str, lesson: str) -> None:
    one.open(path)
    one.unfold("Write down one thing")
    one.send(one.form("lessons"), text=lesson)
    one.open(path)
    one.send(one.form("close"), verdict="keep")
