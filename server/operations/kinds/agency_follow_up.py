"""`agency.follow_up`: whether anything follows from a list kept in the agency's own system."""

from server.operations.kinds.kind import Kind, by_list, is_dossier

KIND = Kind("agency.follow_up", family="visit", register=by_list, entity=is_dossier)
