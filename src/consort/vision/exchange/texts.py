"""Texts of files as the strategy keeps them: without the line breaks of their layout, and of the length it takes."""


def on_one_line(text: str) -> str:
    return " ".join(text.split())


def tidied(text: str) -> str:
    """Lines without their indents; blank lines stay one."""
    lines = [on_one_line(line) for line in text.strip().splitlines()]
    return "\n".join(line for number, line in enumerate(lines) if line or (number and lines[number - 1]))


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than `most`."""
    line = on_one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[most // 2 :] else cut}…"
