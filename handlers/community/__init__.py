"""Groups: ideas that all may answer, and two small games on a card."""
