"""Histories: many tablets of the real core against the real server, over a line that fails."""
