"""The tests: they mirror the packages, and a few of them hold for everything."""
