"""Files to model: every fault found, none raised."""
