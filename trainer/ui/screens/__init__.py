"""One screen a file. Screens show views, post messages and hold nothing that would be lost with them."""
