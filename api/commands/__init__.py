"""The commands, one module each, with a function `run` that the command line calls."""
