"""The parts of the frame that repeat: options with their facts, forecasts, people. As sent, or as kept."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.http import QueryDict
from django.utils.translation import gettext as _

from consort.core.models import Person
from consort.decisions.frames import NewForecast, NewOption, NewRole
from consort.decisions.models import Decision, OptionFact, Part, letter_of

MOST = {"option": 26, "criterion": 30, "forecast": 20}
LONGEST_TITLE, LONGEST_FACT, LONGEST_STATEMENT = 160, 160, 200


@dataclass
class OptionsTable:
    """Titles across, criteria down. `cells[criterion][option]`."""

    titles: list[str]
    details: list[str]
    criteria: list[str]
    cells: list[list[str]]
    errors: list[str] = field(default_factory=list)

    @property
    def letters(self) -> list[str]:
        return [letter_of(place) for place in range(len(self.titles))]

    @property
    def columns(self) -> list[tuple[str, str, str]]:
        """(letter, title, detail) of each option."""
        return list(zip(self.letters, self.titles, self.details, strict=True))

    @property
    def rows(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(criterion, [(letter, cell)]) of each criterion."""
        return [
            (name, list(zip(self.letters, cells, strict=True)))
            for name, cells in zip(self.criteria, self.cells, strict=True)
        ]

    def add(self, what: str) -> None:
        """One more empty option or criterion."""
        if what == "option" and len(self.titles) < MOST["option"]:
            self.titles.append("")
            self.details.append("")
            for cells in self.cells:
                cells.append("")
        if what == "criterion" and len(self.criteria) < MOST["criterion"]:
            self.criteria.append("")
            self.cells.append([""] * len(self.titles))

    def kept(self) -> tuple[tuple[NewOption, ...], tuple[str, ...]]:
        """Options and criteria without the empty ones. Notes what is missing in `errors`."""
        rows = [row for row, name in enumerate(self.criteria) if self._is_used(row, name)]
        options = []
        for place, title in enumerate(self.titles):
            facts = tuple(self.cells[row][place] for row in rows)
            if title:
                options.append(NewOption(title[:LONGEST_TITLE], self.details[place], facts))
            elif any(facts) or self.details[place]:
                self.errors.append(_("Option %(letter)s has no name.") % {"letter": letter_of(place)})
        if len({option.title.casefold() for option in options}) < len(options):
            self.errors.append(_("Two options have the same name."))
        return tuple(options), tuple(self.criteria[row] for row in rows)

    def _is_used(self, row: int, name: str) -> bool:
        if not name and any(self.cells[row]):
            self.errors.append(_("A row of the table has no name: say what is compared."))
        return bool(name)


def sent_options(data: QueryDict) -> OptionsTable:
    """The table as it was sent."""
    titles, details = _texts(data, "option", LONGEST_TITLE), _texts(data, "detail", 2000)
    titles, details = titles[: MOST["option"]], details[: MOST["option"]]
    criteria = _texts(data, "criterion", 80)[: MOST["criterion"]]
    cells = [_padded(_texts(data, f"fact-{row}", LONGEST_FACT), len(titles)) for row in range(len(criteria))]
    return OptionsTable(titles, _padded(details, len(titles)), criteria, cells)


def kept_options(decision: Decision | None) -> OptionsTable:
    """The table as it is kept, with room for at least three options and four criteria."""
    options = list(decision.options.all()) if decision else []
    known = list(OptionFact.objects.filter(option__in=options))
    facts = [[fact for fact in known if fact.option_id == option.pk] for option in options]
    criteria = [fact.criterion for fact in facts[0]] if facts else []
    cells = [[row[place].value for row in facts] for place in range(len(criteria))]
    table = OptionsTable([each.title for each in options], [each.detail for each in options], criteria, cells)
    while len(table.titles) < 3:
        table.add("option")
    while len(table.criteria) < 4:
        table.add("criterion")
    return table


@dataclass
class ForecastRow:
    """`option` is a letter, empty for whatever is chosen; `day` stands as it was written."""

    statement: str = ""
    day: str = ""
    option: str = ""
    error: str = ""


@dataclass
class ForecastRows:
    rows: list[ForecastRow]

    def add(self) -> None:
        if len(self.rows) < MOST["forecast"]:
            self.rows.append(ForecastRow())

    def kept(self, letters: list[str]) -> tuple[NewForecast, ...]:
        """Without the empty ones. `letters` are those of the options that are kept. Notes mistakes at each row."""
        return tuple(found for row in self.rows if (found := self._forecast(row, letters)))

    @property
    def errors(self) -> list[str]:
        return [row.error for row in self.rows if row.error]

    @staticmethod
    def _forecast(row: ForecastRow, letters: list[str]) -> NewForecast | None:
        if not row.statement:
            row.error = _("Say what will be true on this day.") if row.day else ""
            return None
        option = letters.index(row.option) if row.option in letters else None
        try:
            day: date | None = DateField(required=False).clean(row.day)
        except ValidationError as error:
            row.error = error.messages[0]
            day = None
        return NewForecast(row.statement, day, option)


def sent_forecasts(data: QueryDict) -> ForecastRows:
    statements = _texts(data, "statement", LONGEST_STATEMENT)[: MOST["forecast"]]
    days, options = (_padded(_texts(data, name, 20), len(statements)) for name in ("known_on", "about"))
    return ForecastRows([ForecastRow(*row) for row in zip(statements, days, options, strict=True)])


def kept_forecasts(decision: Decision | None) -> ForecastRows:
    """As they are kept, with room for at least three."""
    letters = {option.pk: option.letter for option in decision.options.all()} if decision else {}
    rows = [
        ForecastRow(
            each.statement,
            each.resolves_on.isoformat() if each.resolves_on else "",
            letters.get(each.option_id, "") if each.option_id else "",
        )
        for each in (decision.forecasts.all() if decision else ())
    ]
    return ForecastRows(rows + [ForecastRow() for _row in range(3 - len(rows))])


@dataclass
class PersonRow:
    person: Person
    parts: set[str]
    scope: str = ""


@dataclass
class PeopleRows:
    """Everyone who is shown, with the parts they have. `added` is a name somebody typed."""

    rows: list[PersonRow]
    added: str = ""
    error: str = ""

    def kept(self) -> tuple[NewRole, ...]:
        """One role for each part of each person; the scope belongs to what they must agree to."""
        return tuple(
            NewRole(row.person, part, row.scope if part == Part.AGREES else "")
            for row in self.rows
            for part in Part
            if part in row.parts
        )

    def add(self, everyone: list[Person]) -> None:
        """Show the person whose name was typed."""
        found = [person for person in everyone if person.full_name.casefold() == self.added.strip().casefold()]
        if not found:
            self.error = _("There is nobody of this name. Nothing is lost; choose a name from the list.")
        elif found[0] not in [row.person for row in self.rows]:
            self.rows.append(PersonRow(found[0], set()))
        if found:
            self.added = ""


def sent_people(data: QueryDict, everyone: list[Person]) -> PeopleRows:
    """Those who were shown in the form, with what was ticked; people of other organizations are not among them."""
    known = {str(person.pk): person for person in everyone}
    shown = [known[key] for key in dict.fromkeys(data.getlist("shown")) if key in known]
    rows = [
        PersonRow(
            person, set(data.getlist(f"part-{person.pk}")) & set(Part.values), data.get(f"scope-{person.pk}", "")[:80]
        )
        for person in shown
    ]
    return PeopleRows(rows, data.get("add_person", ""))


def kept_people(decision: Decision | None, candidates: list[Person]) -> PeopleRows:
    """Everyone with a part, and those who come to mind."""
    parts: dict[UUID, PersonRow] = {}
    for role in decision.roles.all() if decision else ():
        row = parts.setdefault(role.person_id, PersonRow(role.person, set()))
        row.parts.add(role.part)
        row.scope = row.scope or role.scope
    rows = [parts.pop(person.pk, PersonRow(person, set())) for person in candidates]
    return PeopleRows([*parts.values(), *rows])


def _texts(data: QueryDict, name: str, longest: int) -> list[str]:
    return [value.strip()[:longest] for value in data.getlist(name)]


def _padded(values: list[str], size: int) -> list[str]:
    return (values + [""] * size)[:size]
