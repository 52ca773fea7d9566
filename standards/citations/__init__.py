"""Citations: in which row of which file of a release a statement stands."""
