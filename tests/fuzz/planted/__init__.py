"""Faults made on purpose: the driver that finds none in the program has to find these."""
