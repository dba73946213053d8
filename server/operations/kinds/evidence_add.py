"""`evidence.add`: a photo or drawing, named by its hash before its bytes are sent."""

from server.operations.kinds.kind import Kind, is_random, whole

KIND = Kind("evidence.add", family="evidence", register=whole, entity=is_random, resolvable=False)
