"""The one-page brief to take into the real meeting: gathered, cut to a page, and drawn as text, Markdown and HTML."""
