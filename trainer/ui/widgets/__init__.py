"""Parts of screens: each shows values and posts messages. None opens a file, scores, or knows a rehearsal."""
