"""Five articles of our own for other programs to write, and the days they were published."""

from html import escape

ARTICLES = {
    "bridge": ("Bridge toll must fall, minister says", "By Jane Roe", "March 24, 2023", [
        "OTTAWA — The minister for the northern bridge told her visitors that the toll must fall before spring, and that she would not sign a new treaty without it.",
        "Her visitors, who had come by train, said that they would look at the sum again and come back with a figure of their own in a week.",
        "“It is a fair question,” one of them said. “We shall answer it.”",
    ]),
    "river": ("Visitors answer on the river — and ask for time", "By John Doe and Jane Roe", "25 March 2023", [
        "The answer came a day later: the towns may have their lower toll, but not before the second winter, and only for those who live on the river.",
        "The mayor’s office called it “a beginning”. Café owners near the crossing were less polite about it, as a walk along the quay soon showed.",
        "Three lists were handed over; none of them has been made public, and officials on both sides declined to say what is in them.",
        "Talks go on in the first week of the month.",
    ]),
    "winter": ("Third round of talks is set for the first week of April", "", "March 27, 2023", [
        "A third round of talks about the bridge was set on Monday, after a weekend of telephone calls between the two offices that are charged with it.",
        "It will be held on neutral ground, an island in the middle of the river that has a hotel, a chapel and little else to offer in April.",
    ]),
    "figures": ("What the toll brings in, and who pays it", "By A. N. Other", "2023-03-28", [
        "Last year the bridge took 4.2 million, of which two thirds were paid by those who cross it each working day, a report by the auditor says.",
        "Lorries pay most for each crossing; but there are few of them, since the road north of the river was closed for repairs in the autumn.",
        "The report names no one. Its author told the committee that naming was for others, and that figures speak for themselves when they are read.",
    ]),
    "french": ("Le péage du pont doit baisser, répète la ministre", "Par Jeanne Roé", "24 mars 2023", [
        "La ministre chargée du pont a répété vendredi devant ses hôtes que le péage doit baisser avant le printemps, faute de quoi elle ne signera pas.",
        "Ses hôtes, venus en train, ont répondu qu’ils reverraient la somme et reviendraient dans une semaine avec un chiffre de leur côté, sans plus.",
    ]),
}  # fmt: skip
DAYS = {
    "bridge": "2023-03-24",
    "river": "2023-03-25",
    "winter": "2023-03-27",
    "figures": "2023-03-28",
    "french": "2023-03-24",
}


def as_page(name: str) -> str:
    """Return an article as the simplest web page."""
    title, byline, day, paragraphs = ARTICLES[name]
    lines = [f"<h1>{escape(title)}</h1>", f"<p>{byline}</p>" * bool(byline), f"<p>{day}</p>"]
    text = "\n".join([*lines, *(f"<p>{escape(p)}</p>" for p in paragraphs)])
    head = f"<head><meta charset=utf-8><title>{escape(title)}</title></head>"
    return f"<!doctype html>\n<html>{head}<body>\n{text}\n</body></html>\n"


def as_lines(name: str) -> list[str]:
    """Return an article as paragraphs, its title first."""
    title, byline, day, paragraphs = ARTICLES[name]
    return [line for line in (title, byline, day, *paragraphs) if line]
