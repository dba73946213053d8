"""The small language of `show_if`, `when` and computed values: text in the source, a JSON tree everywhere
else.

Text is parsed once, by the library loader. Server and tablet only ever evaluate the tree; nothing is ever
`eval`ed.
"""
