"""The library loader: from `seeds/checklists/<code>.yaml` to a stored, resolved version.

A file is read (`source`), its shape checked (`shape`), its expressions parsed and its classes resolved
(`resolve`), its rules checked against each other (`checks`), and only then stored (`store`). Whatever is
wrong is told all at once, each fault with file, path and mend.
"""
