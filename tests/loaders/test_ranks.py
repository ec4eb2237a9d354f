"""Among whom a rank was reached, of how many, from which end, and who ranked."""

import pytest


def gap(*case, reason):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "value", "league", "size", "counted_from"),
    [
        ("总量居全国地级市第31位。", 31, "全国地级市", None, "top"),
        ("营商环境居北方地区第1位。", 1, "北方地区", None, "top"),
        ("增速列全区第3位。", 3, "全区", None, "top"),
        ("位居全国前三。", 3, "全国", None, "top"),
        ("获全区第一名。", 1, "全区", None, "top"),
        ("综合排名倒数第二。", 2, "", None, "bottom"),
        ("增速排全省倒数第3位。", 3, "全省", None, "bottom"),
        gap("居百强市第36位。", 36, "百强市", None, "top", reason="a league without 全国 or 全区"),
    ],
)
def test_a_rank_says_its_league_and_the_end_it_counts_from(
    read_one, sentence, value, league, size, counted_from
):
    row = read_one(sentence)
    assert row["kind"] == "rank"
    assert (row["value"], row["league"], row["rank_from"]) == (value, league, counted_from)
    assert row["league_size"] == size


@pytest.mark.parametrize(
    ("sentence", "league", "size"),
    [
        ("在全国333个地级市中居第31位。", "全国333个地级市", 333),
        ("在全区12个盟市中排名第一。", "全区12个盟市", 12),
    ],
)
def test_a_league_that_prints_its_size_keeps_it(read, sentence, league, size):
    rank = read(sentence)[-1]
    assert rank["kind"] == "rank"
    assert (rank["league"], rank["league_size"]) == (league, size)


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("在某某研究院发布的榜单中，居全国第12名。", "某某研究院"),
        gap("由中国社科院评价，列全国第12名。", "中国社科院", reason="社科院 is no known ending of a body"),
        ("总量居全国第31位。", ""),
    ],
)
def test_who_ranked_is_kept_where_it_is_printed(read_one, sentence, body):
    assert read_one(sentence)["body"] == body


def test_two_ranks_of_one_sentence_keep_their_own_leagues(read):
    rows = read("总量居全国第21位、西部第2位。")
    assert [(row["value"], row["league"]) for row in rows] == [(21, "全国"), (2, "西部")]


def test_a_rise_in_rank_is_two_ranks(read):
    rows = read("排名由第12位上升至第9位。")
    assert [(row["kind"], row["value"]) for row in rows] == [("rank", 12), ("rank", 9)]


def test_only_ranks_have_a_league(read):
    assert {row["league"] + row["rank_from"] for row in read("全国共有试点35个，全市占比5%。")} == {""}
