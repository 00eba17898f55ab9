"""Travel times asked of a routing service that the operator runs or names: OSRM or Valhalla."""
