"""Strategies from and to files: StratML Part 1 and 2, and tables of objectives.

`stratml` and `sheets` turn a file into items (`items.py`) and back, without a database; `plans` says what bringing
them in would do; `describing` says what the strategy would be as a file.
"""
