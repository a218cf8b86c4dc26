"""Measurements, each beside a bar or a peer that is measured in the same run. `./consort bench` runs them all.

A module here has `def run() -> list[Row]`. Nothing in it is a test: a slow machine fails no build.
"""
