"""Push: batches in, receipts out. Each batch is a transaction of its own (docs/format.md § 3)."""
