"""Who is who: names, roles at the date, sides, and who takes part."""
