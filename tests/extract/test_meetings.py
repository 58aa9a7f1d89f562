import datetime as dt

import pytest

from briefing.extract.meetings.meeting_dates import dates_in

MONDAY = dt.date(2023, 3, 20)


@pytest.fixture
def meeting(extractor):
    def found(text, **options):
        meetings = extractor.extract(text, **{"published": MONDAY, **options}).meetings
        return meetings[0] if meetings else None

    return found


PREVIEW = (
    "Canadian Prime Minister Arvid Stonebridge will meet German Chancellor Lorna Quillfeather in Berlin on Thursday. "
    "The two leaders are to speak of fish."
)


def test_a_preview_tells_sides_leaders_date_place_and_host(meeting):
    found = meeting(PREVIEW)

    assert set(found.sides) == {"Canada", "Germany"}
    assert dict(found.leaders) == {"Canada": "Arvid Stonebridge", "Germany": "Lorna Quillfeather"}
    assert (found.date, found.date_in_text) == (dt.date(2023, 3, 23), "weekday")
    assert (found.place, found.host) == ("Berlin", "Germany")
    assert found.title == "Stonebridge–Quillfeather meeting, Berlin"


def test_a_report_counts_its_weekday_back(meeting):
    found = meeting(
        "German Chancellor Lorna Quillfeather met Canadian Prime Minister Arvid Stonebridge in Ottawa on Friday."
    )
    assert found.date == dt.date(2023, 3, 17)
    assert found.host == "Canada"


def test_without_a_publication_date_a_weekday_tells_no_date(meeting):
    found = meeting(PREVIEW, published=None)
    assert found.date is None
    assert found.date_text == "Thursday"


def test_a_visit_told_with_two_days_lasts_until_the_second(meeting):
    found = meeting(
        "German Chancellor Lorna Quillfeather will arrive in Ottawa on Wednesday for an official visit "
        "and will hold talks with Canadian Prime Minister Arvid Stonebridge on Thursday."
    )
    assert (found.date, found.end_date) == (dt.date(2023, 3, 22), dt.date(2023, 3, 23))


def test_a_visit_goes_on_to_the_day_of_talks_told_after_that_of_the_arrival(meeting):
    found = meeting(
        "German Chancellor Lorna Quillfeather is expected to arrive in Ottawa on Wednesday evening. "
        "On Thursday she will hold talks with Canadian Prime Minister Arvid Stonebridge."
    )
    assert (found.date, found.end_date) == (dt.date(2023, 3, 22), dt.date(2023, 3, 23))


def test_a_day_told_after_that_of_a_meeting_without_an_arrival_does_not_make_it_longer(meeting):
    found = meeting(
        "German Chancellor Lorna Quillfeather will meet Canadian Prime Minister Arvid Stonebridge in "
        "Ottawa on Wednesday. On Thursday Stonebridge is to meet the mayors."
    )
    assert (found.date, found.end_date) == (dt.date(2023, 3, 22), None)


def test_two_days_without_a_visit_are_not_one_meeting_of_two_days(meeting):
    found = meeting(
        "Canadian Prime Minister Arvid Stonebridge will meet German Chancellor Lorna Quillfeather in "
        "Berlin on Wednesday, and the parliament votes on Thursday."
    )
    assert found.end_date is None


@pytest.mark.parametrize("event", ["a cabinet meeting", "a news conference", "his campaign rally"])
def test_the_day_of_another_event_is_not_the_day_of_the_meeting(meeting, event):
    found = meeting(
        "Canadian Prime Minister Arvid Stonebridge is expected to meet German Chancellor Lorna "
        f"Quillfeather in Berlin this spring. He spoke of the coming visit at {event} on Friday."
    )
    assert found.date is None


def test_neutral_ground_has_no_host(meeting):
    found = meeting(
        "Canadian Prime Minister Arvid Stonebridge will hold talks with German Chancellor Lorna Quillfeather in Geneva on Thursday."
    )
    assert (found.place, found.host) == ("Geneva", None)


@pytest.mark.parametrize(
    "text",
    [
        "Canada grows more wheat than Germany. Prices rose again in the spring, said a farmer.",
        "The history of the Canadian railway is long. It began with a promise to British Columbia.",
        "",
    ],
)
def test_a_text_about_no_meeting_has_none(meeting, text):
    assert meeting(text) is None


def test_sides_confirmed_by_the_user_are_the_sides(meeting):
    found = meeting("Nothing much is said here.", sides=("Canada", "Japan"))
    assert found.sides == ("Canada", "Japan")


def test_our_side_comes_first(meeting):
    assert meeting(PREVIEW, our_side="Germany").sides[0] == "Germany"


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("on March 23", dt.date(2023, 3, 23), "explicit"),
        ("on 23 March 2023", dt.date(2023, 3, 23), "explicit"),
        ("from March 23-25", dt.date(2023, 3, 23), "explicit"),
        ("on Jan. 2", dt.date(2023, 1, 2), "explicit"),
        ("on Dec. 30", dt.date(2022, 12, 30), "explicit"),
        ("on Monday", MONDAY, "weekday"),
        ("on Friday", dt.date(2023, 3, 24), "weekday"),
        ("tomorrow", dt.date(2023, 3, 21), "weekday"),
        ("yesterday", dt.date(2023, 3, 19), "weekday"),
    ],
)
def test_dates_are_counted_from_the_publication(text, day, told):
    when = dates_in(text, 0, len(text), MONDAY, past=False)[0]
    assert (when.day, when.told) == (day, told)


def test_a_range_has_a_last_day():
    text = "from 30 March to 31 March"
    assert dates_in(text, 0, len(text), MONDAY, past=False)[0].last == dt.date(2023, 3, 31)


def test_the_day_something_was_said_is_no_date_of_the_meeting():
    text = "an official said on Friday"
    assert all(when.saying for when in dates_in(text, 0, len(text), MONDAY, past=False))


def test_a_day_that_does_not_exist_is_none():
    text = "on June 31"
    assert all(when.saying for when in dates_in(text, 0, len(text), MONDAY, past=False))


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister said on Tuesday that there might be an opportunity for talks between Norway and Peru if Lima stopped its boats. Oslo has ruled out a meeting until then.",
        "Norway imposed sanctions on Peruvian fishing firms on Tuesday, weeks after talks between Norway and Peru broke up. Norwegian Trade Minister Arvid Stonebridge said Lima must yield.",
        "Norwegian Defence Minister Arvid Stonebridge said on Tuesday that Peru had sold boats to pirates. He spoke after a meeting of the cabinet in Oslo.",
    ],
)
def test_talks_hoped_for_refused_or_over_make_no_meeting(meeting, text):
    assert meeting(text) is None


def test_officials_who_meet_need_no_names(meeting):
    found = meeting(
        "Trade officials from Norway and Peru wrapped up a round of talks in Oslo on Friday."
    )
    assert found.sides == ("Norway", "Peru")
    assert (found.place, found.host) == ("Oslo", "Norway")


def test_all_who_are_listed_as_meeting_are_sides(meeting):
    found = meeting(
        "The Norwegian, Danish and Swedish fisheries ministers signed an accord after a meeting in Lima on Friday."
    )
    assert set(found.sides) == {"Norway", "Denmark", "Sweden"}


def test_a_shouted_headline_names_its_sides(meeting):
    found = meeting(
        "NORWAY'S KING OLE VISITS PERU THIS WEEK\n\n"
        "LIMA, March 20 - King Ole of Norway begins a five-day state visit on Tuesday. He will meet President Berta Quill."
    )
    assert set(found.sides) == {"Norway", "Peru"}
    assert (found.date, found.host) == (dt.date(2023, 3, 21), "Peru")


@pytest.mark.parametrize(
    "words",
    [
        "will host Peruvian President Berta Quill on Friday.",
        "received Peruvian President Berta Quill on Friday.",
        "will hold talks with visiting Peruvian President Berta Quill on Friday.",
        "will hold talks on Friday with Peruvian President Berta Quill, who arrives in Norway on Thursday.",
    ],
)
def test_who_welcomes_a_guest_is_host(meeting, words):
    assert meeting(f"Norwegian Prime Minister Arvid Stonebridge {words}").host == "Norway"


def test_a_traveller_who_goes_home_is_no_guest_there(meeting):
    found = meeting(
        "Norwegian Prime Minister Arvid Stonebridge met Peruvian President Berta Quill in Lima on Friday. Mr. Stonebridge returned to Oslo after the talks."
    )
    assert (found.place, found.host) == ("Lima", "Peru")


def test_here_is_the_city_of_the_dateline(meeting):
    found = meeting(
        "LIMA — Norwegian Trade Minister Arvid Stonebridge arrived here on Friday for talks with Peruvian Finance Minister Berta Quill."
    )
    assert (found.place, found.host, found.date) == ("Lima", "Peru", dt.date(2023, 3, 17))


def test_the_venue_at_the_head_of_a_transcript_is_the_place(meeting):
    found = meeting(
        "Rideau Hall\n\nCanadian Prime Minister Arvid Stonebridge met Peruvian President Berta Quill today.",
    )
    assert (found.place, found.host) == ("Ottawa", "Canada")


def test_the_day_a_visit_begins_goes_before_the_day_of_leaving(meeting):
    found = meeting(
        "Norwegian Prime Minister Arvid Stonebridge left Oslo on Sunday for his first visit to Peru. The visit, which begins on Tuesday, will take him to President Berta Quill of Peru."
    )
    assert found.date == dt.date(2023, 3, 21)


def test_a_leader_only_spoken_of_does_not_lead_at_the_meeting_of_ministers(meeting):
    found = meeting(
        "Norwegian Trade Minister Arvid Stonebridge will hold talks with Peruvian Trade Minister Berta Quill in Lima on Friday. The Peruvian government of President Otto Marsh wants lower tariffs."
    )
    assert dict(found.leaders) == {"Norway": "Arvid Stonebridge", "Peru": "Berta Quill"}


def test_an_article_may_tell_of_two_meetings(extractor):
    found = extractor.extract(
        "Canadian Prime Minister Arvid Stonebridge will meet German Chancellor Lorna Quillfeather in Berlin on Thursday. "
        "On Saturday, Mr. Stonebridge will hold talks with French President Otto Marsh in Paris, his office said.",
        published=MONDAY,
    ).meetings
    assert [(set(m.sides), m.date, m.place) for m in found] == [
        ({"Canada", "Germany"}, dt.date(2023, 3, 23), "Berlin"),
        ({"Canada", "France"}, dt.date(2023, 3, 25), "Paris"),
    ]


def test_a_country_spoken_of_beside_a_meeting_meets_nobody(extractor):
    found = extractor.extract(
        "Canadian Prime Minister Arvid Stonebridge will meet German Chancellor Lorna Quillfeather in Berlin on Thursday. "
        "Peruvian President Otto Marsh spoke to both last week.",
        published=MONDAY,
    ).meetings
    assert [set(m.sides) for m in found] == [{"Canada", "Germany"}]
