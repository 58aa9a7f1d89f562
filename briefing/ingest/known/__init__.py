"""Tables of what is known of publishers: their names, addresses and page furniture."""
