"""Fetching: from a publisher's address to a raw file, bounded in time, in size and in trust."""
