"""What a tree reads: the questions and parameters named in it."""

from collections.abc import Iterator

from server.checklists.language.parser import Tree as Tree


def nodes(tree: Tree) -> Iterator[Tree]:
    """The tree itself and everything in it, outermost first."""
    yield tree
    for key in ("left", "right"):
        if key in tree:
            yield from nodes(tree[key])
    for part in tree.get("of", ()):
        yield from nodes(part)


def questions_in(tree: Tree) -> list[str]:
    """Codes of the questions and figures that the tree names, each once, in order of appearance."""
    found: dict[str, None] = {}
    for node in nodes(tree):
        if "question" in node:
            found[node["question"]] = None
        for code in node.get("questions", ()):
            found[code] = None
    return list(found)


def parameters_in(tree: Tree) -> list[str]:
    """Names of the parameters in the tree, each once, in order of appearance."""
    return list(dict.fromkeys(node["parameter"] for node in nodes(tree) if "parameter" in node))
