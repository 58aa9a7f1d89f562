"""Who speaks in a sentence, of whom, and what sets off an ask in it."""
