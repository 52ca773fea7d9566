"""Relatedness: how close two occupations are, seen from many sides."""
