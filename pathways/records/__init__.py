"""Records: a ladder, its rungs and its steps, as everyone outside the engine sees them."""
