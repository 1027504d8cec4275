"""A scenario as a picture: its states, ways on, interjections and endings, as Mermaid or as lines for a terminal."""
