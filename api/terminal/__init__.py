"""What all commands share: words and tables on a terminal, files read and written, how a command ends."""
