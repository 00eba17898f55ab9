"""What a territory knows by itself: its activity, relays, surveys, labels and openings to come."""
