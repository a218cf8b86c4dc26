"""Decisions, ballots and statement maps from and to files.

`bundles` opens what was sent, `reading` recognises and reads it in a process of its own; `madr`, `loomio` and `polis`
know one format each. What they make is plain data without a database; `actions.bringing` keeps it.
"""
