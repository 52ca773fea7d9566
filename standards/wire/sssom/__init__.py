"""SSSOM mapping sets in the knowledge base: each row an axiom with all that is said of it."""
