"""What the answers of the API hold, member by member."""
