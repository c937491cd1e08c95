"""Locks and their kin."""
