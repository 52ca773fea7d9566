"""What the field says: its formats, matching statements, and agreeing on a standard."""
