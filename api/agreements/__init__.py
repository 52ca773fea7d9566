"""How the agreement on a standard stands, for people."""
