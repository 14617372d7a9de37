"""The vocabulary pages are written in: turn, screen, page, link, words."""
