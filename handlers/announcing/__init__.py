"""The announcement desk: one message to a whole community, each in their language."""
