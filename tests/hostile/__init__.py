"""Files made to hang, harm or spy, and the proof that none of them does."""
