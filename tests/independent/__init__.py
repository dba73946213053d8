"""A verifier written from docs/format.md alone: it shares no code with the server."""
