"""One module a command; each holds a click command named `command` and is loaded only when it is called."""
