"""The format of the record: accepted texts, digests, signatures, batches, receipts and the fold.

Pure: no clock, database, network or chance.
"""
