"""How fast it is, and that it stays so: `make bench`, or one part by `python -m tests.bench a`."""
