"""Loads and validates the words in resources/."""
