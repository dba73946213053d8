"""A device in Python, as small as docs/format.md allows: it writes, seals, sends, pulls and folds.

Beside the histories of the real core it is quick, shares no code with the app, and knows members who change
agency, batches out of order, and a real connection that is cut.
"""
