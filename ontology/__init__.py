"""What there is: the vocabulary, its records, the store, reasoning and mappings."""
