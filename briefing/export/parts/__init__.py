"""What the sections share: plan, weight, history, and one ask or person put into words."""
