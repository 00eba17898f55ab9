"""What pages about plans stand on: the ground around a perimeter, and the scenario asked for."""
