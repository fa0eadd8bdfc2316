"""What leaves, and how a reader sees that it is unchanged."""
