"""`dossier.open`: a visit begins at a site that nobody planned, "the shed next door"."""

from server.operations.kinds.kind import Kind, is_dossier

KIND = Kind("dossier.open", family="visit", register=lambda agency, values: "open", entity=is_dossier)
