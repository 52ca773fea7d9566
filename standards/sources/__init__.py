"""Readers of official releases, one source each."""
