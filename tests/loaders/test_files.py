"""Which encoding a text is in, which files of a folder are articles, and what its index says of them."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.files import ReadError, decode, find_files, read_article, read_index

TEXT = "鄂尔多斯市今年以来办结企业诉求49件，网办率达98％以上。𠮷㐂"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_one_text_in_every_encoding(encoding):
    raw = (TEXT + "\r\nAI plus 2025, part 1 of 3: plain Latin text\r\n").encode(encoding)
    assert decode(raw, "a.txt").startswith(TEXT)


def test_gbk_is_read_as_the_part_of_gb18030_that_it_is():
    text = TEXT.rstrip("𠮷㐂")
    assert decode(text.encode("gbk"), "a.txt") == text


def test_line_ends_are_left_as_they_are():
    assert decode("一。\r\n二。\r三。\n".encode(), "a.txt") == "一。\r\n二。\r三。\n"


@pytest.mark.parametrize(
    "raw", [b"\xff\xff\xff", "办结".encode() + b"\xff" * 3, b"\x81", b"\xef\xbb\xbf\xff"]
)
def test_what_fits_no_encoding_is_refused_and_never_guessed(raw):
    with pytest.raises(ReadError) as caught:
        decode(raw, "folder/a.txt")
    problem = caught.value.problem
    assert problem.file == "folder/a.txt"
    assert problem.zh
    assert problem.en


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(raw):
    with contextlib.suppress(ReadError):
        assert isinstance(decode(raw, "a"), str)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=80))
def test_utf_8_comes_back_as_it_was(text):
    assert decode(text.encode("utf-8"), "a") == text.removeprefix("\ufeff")


def test_a_folder_gives_its_articles_in_order_of_name(tmp_path):
    for name in ("b.txt", "a.md", "README.md", "index.csv", "c.jpg"):
        (tmp_path / name).write_text("办结49件。", "utf-8")
    (tmp_path / "deeper").mkdir()
    assert [path.name for path in find_files([tmp_path])] == ["a.md", "b.txt"]


def test_an_index_tells_title_date_and_place(tmp_path):
    (tmp_path / "index.csv").write_text(
        "\ufefffile,title,published,place,other\na.txt,综述,2025-08-15,东胜区,x\n,无名,,,\n", "utf-8"
    )
    (tmp_path / "a.txt").write_text("办结49件。", "utf-8")
    about = read_index(tmp_path)
    assert list(about) == ["a.txt"]
    article = read_article(tmp_path / "a.txt", about["a.txt"])
    assert (article.source_id, article.title) == ("a", "综述")
    assert (article.published, article.place) == ("2025-08-15", "东胜区")


def test_a_folder_without_an_index_tells_nothing(tmp_path):
    assert read_index(tmp_path) == {}


def test_the_heading_of_a_markdown_file_is_its_title(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("# 优化营商环境综述\n\n办结49件。\n", "utf-8")
    assert read_article(path, {}).title == "优化营商环境综述"


@pytest.mark.parametrize(
    ("name", "content"), [("missing.txt", None), ("empty.txt", b""), ("blank.txt", b" \r\n\n ")]
)
def test_a_file_without_text_says_what_is_wrong_in_both_languages(tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read_article(path)
    assert name in caught.value.problem.file
    assert caught.value.problem.zh
    assert caught.value.problem.en
