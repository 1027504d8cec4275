"""What many shared rehearsals have in common, for a team lead."""
