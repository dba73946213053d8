"""Push: batches in, receipts out. Each batch is a transaction of its own (format.md § 3)."""
