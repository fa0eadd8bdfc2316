"""What a release is made of, told so that somebody else can check it."""
