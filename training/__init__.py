"""Learning what the matching engine weighs, from annotated text: run by hand, its result is shipped."""
