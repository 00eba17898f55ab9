"""The sheets of the plan of a dossier: a scenario, a proposal, a tour."""
