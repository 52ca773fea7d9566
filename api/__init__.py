"""Who is told: HTTP, pages and the command line."""
