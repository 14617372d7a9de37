"""Telegram: its updates become events, our screens become calls of its Bot API."""
