"""Markdown Any Decision Records: version 4.0 out, any kind in."""
