"""The formats in which competencies, standards and credentials travel: each read and written, side by side."""
