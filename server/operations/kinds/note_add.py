"""`note.add`: a note on the visit, or on something recorded in it."""

from server.operations.kinds.kind import Kind, is_random, whole

KIND = Kind("note.add", family="note", register=whole, entity=is_random)
