"""What she keeps: one module per thing she knows."""
