"""Whether an article tells of a meeting: when, where and between whom."""
