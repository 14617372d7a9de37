"""What we know: storage and domain at once, one subject a module, never importing what we say."""
