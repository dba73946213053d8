"""Measures of the app in a real browser, on the built site."""
