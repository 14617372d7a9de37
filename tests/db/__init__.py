"""What we know, asked of both databases."""
