"""Places that help: put on the ground, each one once, with what is doubtful about them."""
