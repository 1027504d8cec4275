"""Rehearse a hard work meeting before having it. Nothing leaves this machine."""
