import pytest

from exports.names import file_name


def test_the_name_changes_with_the_content():
    assert file_name("授信", b"4523.6", "xlsx") != file_name("授信", b"4532.6", "xlsx")


@pytest.mark.parametrize(
    "title", ["../../x", "a\\b:c*d?", "\u202exslx.exe", "a\r\nb", "\x00", "", "题" * 300, "CON", "a\ud800"]
)
def test_any_title_gives_a_name_that_every_system_takes(title):
    name = file_name(title, b"", "xlsx")
    assert name.endswith("_e3b0c44298fc.xlsx")
    assert len(name.encode("utf-8")) <= 255
    assert not set(name) & set('<>:"/\\|?*\r\n\x00\u202e')
    assert not name.startswith(".")
