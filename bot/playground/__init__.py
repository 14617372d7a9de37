"""A pocket Telegram: a Bot API server and its phones in memory, for trying the bot and for testing it."""
