"""What every part of the reckoning may refuse."""


class TooFew(ValueError):
    """Raised where a figure would say more than so few answers can carry.

    `needed` and `given` are counts of people, forecasts or events; `what` names them.
    """

    def __init__(self, what: str, *, needed: int, given: int) -> None:
        self.what = what
        self.needed = needed
        self.given = given
        super().__init__(f"At least {needed} {what} are needed; there are {given}.")


def require(what: str, *, needed: int, given: int) -> None:
    """Raise `TooFew` unless `given` reaches `needed`."""
    if given < needed:
        raise TooFew(what, needed=needed, given=given)
