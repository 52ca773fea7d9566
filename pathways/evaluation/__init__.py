"""Evaluation: how good relatedness and ladders are, measured on what people published."""
