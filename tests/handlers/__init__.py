"""Dialogues: named people press only what is on their screen and read what is shown."""
