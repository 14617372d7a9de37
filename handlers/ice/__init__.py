"""Icebreakers of two sides: which prompt, answers that open for all at once, and how one takes them back."""
