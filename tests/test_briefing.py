"""The briefing: collecting, order, titles, keeping by name, and what hostile input cannot do."""

import json
from io import BytesIO

import pytest
from pptx import Presentation

import wording
from charts import waffle
from components import address, briefing, desk, shelf
from components.address import View
from loaders.library import load_library
from tests.test_pages import open_page, shown

HOSTILE = [
    "../../x",
    "/etc/passwd",
    "..",
    "长" * 300,
    "😀" * 300,
    "a\x00b",
    "con",
    "=1+1",
    "<b>x</b>",
    "𠮷野家 / 报",
]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A workspace of its own, within a folder that nothing else may be written to."""
    wording.use("zh")
    place = tmp_path / "outer" / "workspace"
    place.mkdir(parents=True)
    monkeypatch.setenv("INDICATORS_HOME", str(place))
    return place


@pytest.fixture(scope="module")
def figures():
    every = load_library().figures
    return every[every["repeats"].eq("")]


@pytest.fixture(scope="module")
def codes(figures):
    return list(figures["figure_id"].iloc[[0, 5, 9]])


def row(code, **values):
    told = dict.fromkeys(shelf.READ, "x")
    return {"figure_id": code, **told, **values}


def asked(app, name):
    """What the address says of `name`: AppTest gives a single value bare or in a list."""
    value = app.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def order(app):
    return asked(app, "brief")[0].split(",")


def by_key(elements, key):
    return next(element for element in elements if element.key == key)


def test_a_card_offers_its_figure_and_keeps_the_rest_of_the_address(codes):
    html = shown(open_page("", year="2025", brief=codes[0]))
    assert f"?year=2025&amp;brief={codes[0]}%2C" in html
    assert "汇报 1" in html


def test_the_figure_page_offers_it_and_then_leads_to_the_briefing(codes):
    assert f"brief={codes[0]}" in shown(open_page("figure", figure=codes[0]))
    assert "✓ 已在汇报里" in shown(open_page("figure", figure=codes[0], brief=codes[0]))


def test_up_down_and_remove(codes):
    app = open_page("briefing", brief=",".join(codes))
    assert by_key(app.button, f"up-{codes[0]}").disabled
    by_key(app.button, f"down-{codes[0]}").click().run()
    assert order(app) == [codes[1], codes[0], codes[2]]
    by_key(app.button, f"up-{codes[2]}").click().run()
    assert order(app) == [codes[1], codes[2], codes[0]]
    by_key(app.button, f"drop-{codes[2]}").click().run()
    assert order(app) == [codes[1], codes[0]]
    for code in (codes[0], codes[1]):
        by_key(app.button, f"drop-{code}").click().run()
    assert "brief" not in app.query_params
    assert "汇报里还没有数字" in shown(app)


def test_a_title_of_ones_own_and_back(codes):
    app = open_page("briefing", brief=",".join(codes))
    box = by_key(app.text_input, f"title-{codes[1]}")
    sentence = box.value
    assert sentence
    box.set_value("  我们的\n标题 <b>*1*</b>: 二 ").run()
    assert asked(app, "retitle") == [f"{codes[1]}:我们的 标题 <b>*1*</b>: 二"]
    by_key(app.button, f"up-{codes[1]}").click().run()
    assert by_key(app.text_input, f"title-{codes[1]}").value == "我们的 标题 <b>*1*</b>: 二"
    by_key(app.text_input, f"title-{codes[1]}").set_value("").run()
    assert by_key(app.text_input, f"title-{codes[1]}").value == sentence
    assert asked(app, "retitle") == []


def test_what_the_address_names_and_the_data_has_not_is_said(codes):
    app = open_page("briefing", brief=f"{codes[0]},nosuch,{codes[0]}", retitle="nosuch:x")
    assert "nosuch" in shown(app)
    assert [box.key for box in app.text_input if str(box.key).startswith("title-")] == [f"title-{codes[0]}"]


def test_a_briefing_holds_no_more_than_a_deck(figures):
    many = list(figures["figure_id"].iloc[:80])
    app = open_page("briefing", brief=",".join(many))
    assert sum(str(box.key).startswith("title-") for box in app.text_input) == address.LONGEST_BRIEF
    assert "最多" in shown(app)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_keep_and_open_again(codes, home, language):
    app = open_page("briefing", brief=",".join(codes), retitle=f"{codes[0]}:甲", lang=language)
    by_key(app.text_input, "brief-name").set_value("十月会议").run()
    by_key(app.button, "brief-save").click().run()
    (kept,) = shelf.everything()[0]
    assert kept.name == "十月会议"
    assert kept.figures == ((codes[0], "甲"), (codes[1], ""), (codes[2], ""))
    assert asked(app, "named") == [kept.code]
    assert [path.parent.name for path in home.rglob("*.json")] == [desk.BRIEFINGS]
    html = shown(open_page("briefing", lang=language))
    assert "十月会议" in html
    assert "%2C".join(codes) in html


def test_a_kept_briefing_tells_what_has_changed_since(codes, home):
    app = open_page("briefing", brief=",".join(codes))
    by_key(app.text_input, "brief-name").set_value("旧").run()
    by_key(app.button, "brief-save").click().run()
    (path,) = (home / desk.BRIEFINGS).glob("*.json")
    content = json.loads(path.read_text("utf-8"))
    content["version"] = "0123456789ab"
    path.write_text(json.dumps(content), "utf-8")
    assert "其中数字都没有变" in shown(open_page("briefing", brief=codes[0], named=path.stem))
    content["figures"][0]["written"] = "99亿元"
    content["figures"][1]["figure_id"] = "gone"
    path.write_text(json.dumps(content), "utf-8")
    html = shown(open_page("briefing", brief=codes[0], named=path.stem))
    assert "当时 99亿元" in html
    assert "gone：现在的数据里没有这个数字" in html


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_a_file_in_the_folder_and_nowhere_else(home, name):
    path = shelf.keep(name, [row("a1")], {}, "v")
    assert path.parent == home / desk.BRIEFINGS
    assert path.resolve().parent == (home / desk.BRIEFINGS).resolve()
    assert len(path.name.encode()) < 200
    assert [found for found in home.parent.rglob("*") if found.is_file()] == [path]
    (kept,) = shelf.everything()[0]
    assert kept.name == name.replace("\x00", "�")


def test_names_alike_at_their_beginning_are_two_and_the_same_name_is_one():
    for name in ("长" * 100 + "甲", "长" * 100 + "乙", "长" * 100 + "甲"):
        shelf.keep(name, [row("a1")], {}, "v")
    assert len(shelf.everything()[0]) == 2


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"figures": 3}', "\udcff", '{"figures": [1]}', "[" * 5000]
)
def test_a_file_that_is_no_briefing_is_named_and_left_out(home, content):
    folder = home / desk.BRIEFINGS
    folder.mkdir()
    (folder / "odd.json").write_bytes(content.encode(errors="surrogateescape"))
    assert shelf.everything() == ([], ["odd.json"])
    assert "odd.json" in shown(open_page("briefing"))


@pytest.mark.parametrize("named", ["../../x", "%00", "长" * 300])
def test_a_hostile_name_in_the_address_opens_nothing(codes, named):
    assert "<h1>" in shown(open_page("briefing", brief=codes[0], named=named))


def test_a_folder_that_cannot_be_written_is_said(codes, home):
    (home / desk.BRIEFINGS).write_text("a file in its place")
    app = open_page("briefing", brief=codes[0])
    by_key(app.text_input, "brief-name").set_value("x").run()
    by_key(app.button, "brief-save").click().run()
    assert "没有存成" in shown(app)


def test_keeping_a_briefing_does_not_read_the_articles_anew(home):
    before = desk._stamp(home)
    shelf.keep("x", [row("a1")], {}, "v")
    assert desk._stamp(home) == before


def test_the_show_moves_within_its_slides_and_leaves(codes):
    app = open_page("briefing", brief=",".join(codes))
    by_key(app.button, "brief-show").click().run()
    assert asked(app, "slide") == ["1"]
    assert "1 / 3" in shown(app)
    assert 'class="foot"' not in shown(app)
    for key, slide in (("key-next", 2), ("page-next", 3), ("key-next", 3), ("page-back", 2), ("key-back", 1)):
        by_key(app.button, key).click().run()
        assert asked(app, "slide") == [str(slide)]
        assert f"{slide} / 3" in shown(app)
    by_key(app.button, "key-leave").click().run()
    assert "show" not in app.query_params
    assert 'class="foot"' in shown(app)


@pytest.mark.parametrize("slide", ["0", "-1", "x", "999999999999", "²", "9"])
def test_any_slide_in_the_address_shows_one(codes, slide):
    assert " / 3" in shown(open_page("briefing", brief=",".join(codes), show="1", slide=slide))


def test_a_link_of_older_data_says_so(codes):
    html = shown(open_page("briefing", brief=codes[0], show="1", data="0123456789ab", opened="2026-01-02"))
    assert "链接打开于 2026-01-02（数据版本 0123456789ab）" in html


def test_a_show_keeps_the_data_of_its_opening(codes, monkeypatch):
    app = open_page("briefing", brief=codes[0], show="1")
    held = app.session_state["slides-frozen"]
    changed = type(held)(held.asked, "2026-01-02", "0123456789ab", held.slides)
    app.session_state["slides-frozen"] = changed
    app.run()
    assert "数据版本 0123456789ab，2026-01-02 打开" in shown(app)
    assert "仍是打开时的数据" in shown(app)


def test_the_deck_has_the_titles_and_the_order(codes):
    library = load_library()
    at = desk.Desk(library, View(brief=tuple(codes)), desk._labelled("test", library))
    chosen = list(reversed(briefing.chosen(at)))
    titles = {codes[2]: "我们的标题"}
    content = briefing._deck(briefing.pd.DataFrame(chosen), titles, at, "会议", "zh", "")
    said = [slide.shapes.title.text for slide in Presentation(BytesIO(content)).slides]
    assert said[0] == "会议"
    assert said.index("我们的标题") < said.index(briefing.default_title(chosen[-1]))


def test_a_waffle_fills_its_share_and_no_more():
    base = {"kind": "share", "unit": "%", "value": 98.5, "value_high": float("nan"), "status": "reported",
            "bound": "exact", "amount": "98.5%"}  # fmt: skip
    drawn = waffle.waffle(base)
    assert waffle.fits(base)
    assert drawn.count("<i><b></b></i>") == 98
    assert drawn.count('style="width:50%"') == 1
    assert drawn.count("<i></i>") == 1
    assert waffle.waffle(base | {"value": 0.0}).count("<i></i>") == 100
    assert "target" in waffle.waffle(base | {"status": "target"})
    for odd in ({"value": 101.0}, {"value": -1.0}, {"value_high": 99.0}, {"kind": "level"}, {"unit": "元"}):
        assert not waffle.fits(base | odd)
