"""Objectives with their key results as tables: one line for each key result, or for an objective without one."""
