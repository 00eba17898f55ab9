"""Collections and their features."""
