"""What is asked for, by the words of a command or a request."""
