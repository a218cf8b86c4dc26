"""What a cell may be besides text."""


class Exact(str):
    """A number as a workbook holds it: a point before the decimals, no grouping. There is nothing to guess."""
