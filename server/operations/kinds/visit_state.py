"""`visit.state`: where one agency is with the visit."""

from server.operations.kinds.kind import Kind, by_agency, is_dossier

KIND = Kind("visit.state", family="visit", register=by_agency, entity=is_dossier)
