"""YAML to frozen scenarios and incidents, all problems at once. The only place that imports yaml and pydantic."""
