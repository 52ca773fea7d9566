"""Programs of colleges: from where they come, and what they are held against."""
