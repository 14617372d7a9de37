"""The playground as people see it: a real browser, real phones, the real bot."""
