"""Harmonizing, as commands and the service ask for it."""
