"""What surrounds the application in service: access log, limits, metrics."""
