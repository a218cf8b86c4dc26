"""One line of the table: what was measured, and what it is held against."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`measured` and `against` are in `unit`; less is better. `beside` says what `against` is: a bar or a peer."""

    name: str
    measured: float
    unit: str
    against: float
    beside: str

    @property
    def ratio(self) -> float:
        return self.against / self.measured if self.measured else float("inf")

    @property
    def verdict(self) -> str:
        return "holds" if self.ratio >= 1 else "FALLS SHORT"

    def cells(self) -> list[str]:
        """As text, for the table."""
        amounts = [f"{value:,.4g} {self.unit}" for value in (self.measured, self.against)]
        return [self.name, amounts[0], f"{amounts[1]} ({self.beside})", f"{self.ratio:,.1f}×", self.verdict]
