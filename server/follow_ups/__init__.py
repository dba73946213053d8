"""Tasks per agency that follow from findings, and their life; what leaves an agency is decided in `plan`
alone.
"""
