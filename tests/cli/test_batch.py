from datetime import date

from briefing.workspace.finding.batching import HitRow, HitTable

TABLE = HitTable(
    queries=("tariff*", "ports"),
    totals=(1, 0),
    messages=("", "Nothing answers all parts of this query."),
    rows=(HitRow(1, "First", "Daily", date(2031, 5, 5), (3, 0)),),
)


def ask(cli, workspace, monkeypatch, tmp_path, *options):
    asked = []

    def search_batch(queries):
        asked.extend(line.strip() for line in queries)
        return TABLE

    monkeypatch.setattr(workspace, "search_batch", search_batch, raising=False)
    (tmp_path / "queries.txt").write_text("tariff*\nports\n")
    return cli(*options, "search", "--batch", str(tmp_path / "queries.txt")), asked


def test_many_queries_are_answered_with_a_table_of_commas(cli, workspace, monkeypatch, tmp_path):
    answer, asked = ask(cli, workspace, monkeypatch, tmp_path)

    assert asked == ["tariff*", "ports"]
    assert answer.out.splitlines() == [
        "article,title,outlet,published,tariff*,ports",
        "1,First,Daily,2031-05-05,3,",
    ]
    assert answer.err == "ports: Nothing answers all parts of this query.\n"


def test_many_queries_have_a_shape_of_their_own(cli, workspace, monkeypatch, tmp_path):
    answer, _ = ask(cli, workspace, monkeypatch, tmp_path, "--json")

    assert answer.json()["articles"] == [
        {
            "article": 1,
            "title": "First",
            "outlet": "Daily",
            "published": "2031-05-05",
            "numbers": [3, 0],
        }
    ]
    assert [query["total"] for query in answer.json()["queries"]] == [1, 0]


def test_a_batch_and_a_query_together_are_wrong_usage(cli, workspace, tmp_path):
    (tmp_path / "queries.txt").write_text("tariff*\n")
    answer = cli("search", "ports", "--batch", str(tmp_path / "queries.txt"))

    assert answer.code == 2
    assert workspace.calls == []
