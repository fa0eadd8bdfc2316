"""Everyday programs that really work: what the window is when nobody may see the rest."""
