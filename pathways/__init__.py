"""What follows: transitions, ladders, plans, coverage and diagrams."""
