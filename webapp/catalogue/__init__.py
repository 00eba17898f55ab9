"""What is published, told to people who reuse it and to catalogues."""
