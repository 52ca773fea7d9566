"""Ladders: which rungs and steps are shown, and what is said of them."""
