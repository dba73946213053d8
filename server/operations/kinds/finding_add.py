"""`finding.add`: a finding without a question, confirmed at once by its author's agency."""

from server.operations.kinds.kind import Kind, is_random, whole

KIND = Kind("finding.add", family="finding", register=whole, entity=is_random)
