"""A briefing in French is French throughout: sentences, names of posts, countries and subjects,
marks."""

import csv
import re
from dataclasses import replace
from string import Formatter

import pytest
import yaml

from briefing.export import render_markdown
from briefing.export.language.headings import all_headings
from briefing.export.language.languages import tongue
from briefing.export.language.tongue import all_phrases
from briefing.export.parts.template import profiles
from briefing.paths import resource_text
from tests.export.sample import bare, briefing, courier
from tests.export.values import ask, person, span, within

FRENCH = tongue("fr")


def test_every_language_has_the_same_sentences_with_the_same_fields():
    english, french = all_phrases()["en"], all_phrases()["fr"]

    assert list(english) == list(french)
    assert list(english["nouns"]) == list(french["nouns"])
    assert set(all_phrases()) == set(all_headings())
    for key in english:
        if key not in ("nouns",):
            known = fields(english[key]) | {"more", "of_side", "of_sides", "side", "sides", "n"}
            assert fields(french[key]) <= known, key


def fields(sentence: str | list[str]) -> set[str]:
    forms = [sentence] if isinstance(sentence, str) else sentence
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_every_country_and_every_subject_has_a_french_name():
    countries = [row["name"] for row in csv.DictReader(resource_text("countries.csv").splitlines())]
    issues = yaml.safe_load(resource_text("issues.yaml"))

    assert [name for name in countries if FRENCH.side(name) == name and name not in SAME] == []
    told = yaml.safe_load(resource_text("french_issues.yaml"))
    assert [label for label in issues if label not in told] == []


SAME = {
    "Aruba", "Cabo Verde", "Cuba", "Curaçao", "Djibouti", "Guam", "Hong Kong", "Kiribati",
    "Madagascar", "Monaco", "Nauru", "Oman", "Tuvalu", "Vanuatu",
}  # fmt: skip


@pytest.mark.parametrize("profile", profiles())
def test_no_english_sentence_is_left_in_a_french_briefing(profile):
    """Of each English sentence the words between its fields must not stand in the French text."""
    one = courier()
    woman = person("Eva Sol", "Norvia", "Ambassador to Canada", (span(one, "Dora Eik"),))
    full = briefing()
    people = (*full.records.people, replace(woman, spelled=("Eva Sol", "Ms. Sol")))
    source = replace(full, records=replace(full.records, people=people))
    shown = without_sources(render_markdown(source, profile=profile, language="fr"))
    english = set(pieces(all_phrases()["en"])) - set(pieces(all_phrases()["fr"]))
    fixed = all_headings()["en"]
    english |= {*fixed.labels.values(), *fixed.columns.values(), *fixed.sections.values()} - COMMON

    assert [
        words for words in english if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", shown)
    ] == []


COMMON = {"Participants", "Sources", "Source", "Note", "Notes"}


def pieces(phrases: dict) -> list[str]:
    """Return the words between the fields of every sentence, short ones left out."""
    found = []
    for key, sentence in phrases.items():
        forms = sentence.values() if key == "nouns" else [sentence]
        for form in forms:
            for each in [form] if isinstance(form, str) else form:
                found += [text.strip(" :;,.()–‘’") for text, *_ in Formatter().parse(each)]
    return [words for words in found if len(words) > 4 and words not in BOTH]


BOTH = {"article", "articles", "page", "pages", "source", "sources", "candidate"}


def without_sources(text: str) -> str:
    """Return what is stated: no front matter, no notes, no words of the sources, which stay
    English."""
    body = text.split("\n---\n", 1)[1].split("\n[^1]:", maxsplit=1)[0]
    body = re.sub(r"«[^«»]*»|“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"", "", body)
    body = re.sub(r"<!--.*?-->|\[\^\d+\]", "", body)
    return re.sub(r"(?<![*\w])\*[^*\n]+\*", told_in_french, body)


def told_in_french(match: re.Match[str]) -> str:
    """Words in italics are those of an ask, but for marks like (hôte), notes and prompts."""
    words = match.group()
    return words if words.startswith(("*(", "*Aussi")) or "trop incertaine" in words else ""


def test_asks_in_the_words_of_the_press_stand_in_italics_and_are_explained():
    text = render_markdown(briefing(), language="fr")

    assert "*Pay for half of a second power cable*" in text
    assert "Le libellé des demandes et les citations restent dans la langue des sources." in text


def test_a_briefing_of_french_sources_needs_no_such_word():
    full = briefing()
    articles = tuple(replace(each, language="fr") for each in full.articles)
    text = render_markdown(replace(full, articles=articles), language="fr")

    assert "Le libellé" not in text
    assert "| Pay for half of a second power cable |" in text


def test_the_meeting_is_told_with_articles_and_prepositions():
    source = briefing()
    meeting = replace(source.meeting, place="Cairo", sides=("Canada", "United States"))
    told = replace(meeting, leaders=(), host=None)
    text = render_markdown(replace(source, meeting=told, our_side="Canada"), language="fr")

    assert "Le Canada et les États-Unis se rencontrent au Caire le lundi 3 mars 2031." in text


@pytest.mark.parametrize(
    ("side", "told", "of"),
    [
        ("Canada", "le Canada", "du Canada"),
        ("United States", "les États-Unis", "des États-Unis"),
        ("France", "la France", "de la France"),
        ("Iran", "l’Iran", "de l’Iran"),
        ("Israel", "Israël", "d’Israël"),
        ("Cuba", "Cuba", "de Cuba"),
        ("Norvia", "Norvia", "de Norvia"),
    ],
)
def test_a_side_has_its_article(side, told, of):
    assert (FRENCH.side(side), FRENCH.of_side(side)) == (told, of)


@pytest.mark.parametrize(
    ("role", "man", "woman"),
    [
        ("Prime Minister", "premier ministre", "première ministre"),
        ("Vice-President", "vice-président", "vice-présidente"),
        ("Minister of Foreign Affairs", "ministre des Affaires étrangères", "ministre des Affaires étrangères"),
        ("Defence Minister", "ministre de la Défense", "ministre de la Défense"),
        ("Secretary of the Treasury", "secrétaire au Trésor", "secrétaire au Trésor"),
        ("Premier of Ontario", "premier ministre de l’Ontario", "première ministre de l’Ontario"),
        ("Former President", "ancien président", "ancienne présidente"),
        ("Ambassador to the United States", "ambassadeur aux États-Unis", "ambassadrice aux États-Unis"),
        ("Head of the Sund Institute", "dirigeant, Sund Institute", "dirigeante, Sund Institute"),
        ("Keeper of Seals", "Keeper of Seals", "Keeper of Seals"),
    ],
)  # fmt: skip
def test_an_office_is_told_in_french(role, man, woman):
    assert FRENCH.office(role) == man
    assert FRENCH.office(role, feminine=True) == woman


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("two senior federal sources", "deux sources de haut rang du gouvernement fédéral"),
        ("a person close to the talks", "une personne proche des pourparlers"),
        ("people familiar with the matter", "des personnes au fait du dossier"),
        ("Canadian officials", "des responsables du Canada"),
        ("a U.S. official", "un responsable des États-Unis"),
        ("the official", "un responsable"),
        ("an envoy of long standing", "un responsable non identifié"),
        ("three sources in the harbour", "des sources non identifiées"),
        ("joint statement", "la déclaration commune"),
        ("the Quebec government", "le gouvernement du Québec"),
        ("The Canadian government", "le gouvernement du Canada"),
        ("United States", "les États-Unis"),
    ],
)
def test_a_source_without_a_name_is_told_in_french(words, told):
    assert FRENCH.voice(words, "unnamed_official") == told


def test_spaces_before_french_marks_do_not_break_a_line():
    text = render_markdown(briefing(), language="fr")
    body = text.split("\n---\n", 1)[1].split("\n[^1]:")[0]
    prompts = set(all_headings()["fr"].prompts.values())
    told = "\n".join(line for line in body.split("\n") if not any(p in line for p in prompts))

    assert re.search(r"[^\s|-] [:;?!»]", told) is None
    assert re.search(r"« ", told) is None
    assert "«\N{NO-BREAK SPACE}" in told


def test_numbers_and_days_follow_the_language():
    assert FRENCH.count("page", 0) == "0 page"
    assert FRENCH.noun("page", 1.5) == "page"
    assert FRENCH.count("word", 12500) == "12\N{NO-BREAK SPACE}500 mots"
    assert tongue("en").count("word", 1036) == "1,036 words"
    assert "1er mars 2031" in render_markdown(briefing(), language="fr")


def test_a_meeting_of_which_nothing_is_known_is_told_in_french():
    text = render_markdown(bare(), language="fr")

    assert "les sources ne disent pas qui y participe" in text
    assert "aucune rencontre antérieure" in text


def test_a_woman_has_her_office_in_the_feminine():
    one = courier()
    holm = person(
        "Ada Holm",
        "Norvia",
        "Prime Minister",
        (span(one, "Ada Holm"),),
        kind="leader",
        spelled=("Ada Holm", "Ms. Holm"),
    )
    full = briefing()
    others = tuple(p for p in full.records.people if p.name != "Ada Holm")
    text = render_markdown(
        replace(full, records=replace(full.records, people=(holm, *others))), language="fr"
    )

    assert "La première ministre Ada Holm reçoit le président Bo Lind à Sund" in text


def test_an_ask_of_both_is_told_once_as_such():
    one = courier()
    spans = (within(one, "Norvia wants Esteria"),)
    both = [
        ask(f"j{side}", side, "end the quarrel at sea", spans) for side in ("Norvia", "Esteria")
    ]
    full = briefing()
    source = replace(full, records=replace(full.records, asks=tuple(both)))

    assert "*Joint:* End the quarrel at sea" in render_markdown(source)
    assert render_markdown(source).count("End the quarrel at sea") == 1
    assert "**Both ask:** end the quarrel" in render_markdown(source)
    assert "**En commun :** *End the quarrel".replace(
        " :", "\N{NO-BREAK SPACE}:"
    ) in render_markdown(source, language="fr")
