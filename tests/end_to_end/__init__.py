"""The real process against the pocket Telegram: killed, flooded, cut off, doubled, and told to stop."""
