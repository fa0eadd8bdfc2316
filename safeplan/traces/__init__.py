"""What this computer still knows: finds our own traces, and takes away only them."""
