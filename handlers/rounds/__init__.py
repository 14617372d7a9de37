"""The collective session: three questions to everybody, themes out of the answers, and small groups."""
