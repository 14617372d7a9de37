"""Threads: members answer an announcement, and coordinators answer them."""
