"""Articles on their way in: from files, watched folders and bundles."""
