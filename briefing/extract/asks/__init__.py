"""What each side asks of the other, who says so and how firmly, and pressure at home."""
