"""Work for the lanes of `jobs`: the use cases as actions, searching, watched folders."""
