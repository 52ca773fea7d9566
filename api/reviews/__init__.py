"""Reviews by people: the session, the state of it, and its forms."""
