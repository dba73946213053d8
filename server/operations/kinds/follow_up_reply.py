"""`follow_up.reply`: the inspector's answer to a question about a follow-up."""

from server.operations.kinds.kind import Kind, is_random, whole

KIND = Kind("follow_up.reply", family="reply", register=whole, entity=is_random, resolvable=False)
