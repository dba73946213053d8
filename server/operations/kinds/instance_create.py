"""`instance.create`: one filling of a checklist version begins."""

from server.operations.kinds.kind import Kind, is_instance, whole

KIND = Kind("instance.create", family="instance", register=whole, entity=is_instance)
