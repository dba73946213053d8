"""Acceptance: what becomes of one operation. The rules run at push and at every release alike."""
