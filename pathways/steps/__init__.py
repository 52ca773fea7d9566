"""Steps: what one from an occupation to another costs, and which may be taken at all."""
