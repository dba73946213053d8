"""Transport of the record: push, receipts, quarantine, entries of scopes, documents, signers, server keys."""
