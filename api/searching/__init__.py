"""Things found by their names."""
