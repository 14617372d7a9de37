"""The vocabulary pages are written in, on its own."""
