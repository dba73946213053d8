"""Signers: registration with proof of possession, adoption after a restore, and their end."""
