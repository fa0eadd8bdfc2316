"""The promises as figures: `python -m tests.campaign` runs the rows of the test programme."""
