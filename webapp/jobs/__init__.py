"""Work that goes on without a reader: watched addresses are captured when they are due, by one worker or several."""
