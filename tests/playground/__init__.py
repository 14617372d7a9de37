"""The pocket Telegram, driven by the real python-telegram-bot and by plain HTTP."""
