"""`target.skip`: a planned visit is not made, and why."""

from server.operations.kinds.kind import Kind, is_dossier

KIND = Kind("target.skip", family="visit", register=lambda agency, values: "skip", entity=is_dossier)
