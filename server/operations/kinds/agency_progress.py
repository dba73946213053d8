"""`agency.progress`: an agency's own word on one of its lists, for all at the visit."""

from server.operations.kinds.kind import Kind, by_list, is_dossier

KIND = Kind("agency.progress", family="visit", register=by_list, entity=is_dossier)
