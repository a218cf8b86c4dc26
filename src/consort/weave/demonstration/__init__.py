"""Varnholt Thermal: a firm that makes heat pumps, its nine executives, and a year of their leading together.

Invented throughout. Everything happens through the same actions that the pages use, in the time in which it happened.
"""
