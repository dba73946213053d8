"""Measures, printed as ratios to a raw measure of the same run; goals are reported, never gated
(docs/running.md).
"""
