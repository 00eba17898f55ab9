"""What every page that plans stands on: the ground around a perimeter, and the scenario asked for."""
