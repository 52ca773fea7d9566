"""Linked data: documents about things, and about the dataset."""
