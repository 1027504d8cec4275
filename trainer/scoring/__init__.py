"""What a reply and a rehearsal are worth, and what to say about a reply.

Pure judgements over readings, states and events, one a file. Never changes a meeting and decides no verdict.
"""
