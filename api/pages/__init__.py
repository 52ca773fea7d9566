"""The pages: templates, their style sheet, and how they are rendered."""
