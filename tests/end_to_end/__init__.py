"""The real process, over HTTP, against the pocket Telegram: killed, flooded, cut off, doubled, and told to stop."""
