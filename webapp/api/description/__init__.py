"""What each address of the API takes and answers, said beside its code and gathered in OpenAPI."""
