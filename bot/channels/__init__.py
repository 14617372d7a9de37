"""The ways to a person, a folder each; any of them could be deleted."""
