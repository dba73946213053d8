"""The fold: visits, fillings, answers, findings, photos, notes and replies as tables made from operations,
and nothing else.
"""
