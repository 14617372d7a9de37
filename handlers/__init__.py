"""What we say: every page of the conversation, one subject a module, never knowing how it reaches people."""
