"""What a page shows around its article, found so that it can be hidden."""
