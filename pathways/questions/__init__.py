"""Questions put to ladders from the other side: what leads here, what opens doors, where it breaks, what pays."""
