"""What a rehearsal was like afterwards: gathered from its events, and drawn as text, Markdown, HTML and JSON."""
