"""录入 by AppTest: a pasted text and a file become marked text and a table; nothing is kept."""

import io
import subprocess

import docx
import pytest

from components import reading
from loaders.articles import make_article
from tests.test_pages import open_page, shown

TEXT = (
    "某市2024年金融运行情况\n某市金融办公室\n2025年2月10日\n"
    "2024年，东胜区贷款余额超1200.5亿元，同比增长5.2%。\n截至2024年末，康巴什区办结案件49件。\n"
)


def pasted(text, **query):
    app = open_page("read", **query)
    app.text_area(key="read-text").set_value(text).run()
    assert not app.exception
    return app


def word(*lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_without_a_text_the_page_says_what_to_bring_and_that_nothing_is_kept():
    html = shown(open_page("read"))
    assert "还没有文章" in html
    assert ".docx" in html
    assert "现在只读不存" in html


def test_the_page_speaks_english_and_marks_the_chinese_in_it():
    html = shown(pasted(TEXT, lang="en"))
    assert "neither the article nor its figures are kept" in html
    assert "stated in the sentence" in html
    assert '<div class="reader" lang="zh-CN">' in html


def test_a_pasted_text_shows_its_figures_marked_and_why_each_was_read_so():
    html = shown(pasted(TEXT))
    assert html.count("<mark ") == 3
    assert "超1200.5亿元" in html
    assert "句中写明 · “2024年”" in html
    assert "句中写明 · “东胜区”" in html


def test_what_the_text_prints_is_proposed_and_can_be_changed():
    app = pasted(TEXT)
    fields = {box.label: box.value for box in app.text_input}
    assert fields["标题"] == "某市2024年金融运行情况"
    assert fields["发布日期"] == "2025-02-10"
    assert fields["发布机构"] == "某市金融办公室"
    date = next(box for box in app.text_input if box.label == "发布日期")
    date.set_value("2025年").run()
    assert "的写法不对" in shown(app)


def test_the_date_that_a_person_gives_decides_last_year():
    app = pasted("去年，东胜区办结案件49件。")
    date = next(box for box in app.text_input if box.label == "发布日期")
    date.set_value("2023-05").run()
    assert "2022年" in shown(app)


def test_a_place_is_proposed_and_chosen_by_its_full_name():
    app = pasted("准格尔旗2024年工作总结\n2024年，全旗办结案件49件。")
    place = next(box for box in app.selectbox if box.label == "地区")
    assert place.value == "准格尔旗"
    place.set_value("乌审旗").run()
    assert "<td>乌审旗" in shown(app)


def test_a_file_is_read_and_offered_for_download():
    app = open_page("read")
    app.get("file_uploader")[0].upload(
        "贷款.docx", word("2024年贷款情况", "2024年，东胜区贷款余额100亿元。")
    ).run()
    assert "100亿元" in shown(app)
    assert [button.label for button in app.get("download_button")] == [
        "下载 Excel（1 行）",
        "下载 CSV（1 行）",
    ]


def test_pasted_markup_is_read_as_the_page_it_is():
    html = shown(pasted("<!DOCTYPE html><html><body><p>2024年，东胜区办结案件49件。</p></body></html>"))
    assert "49件</a></mark>" in html
    assert "&lt;p&gt;" not in html


def test_what_was_brought_last_is_read():
    app = open_page("read")
    app.get("file_uploader")[0].upload("a.txt", "东胜区办结案件49件。".encode()).run()
    assert "49件" in shown(app)
    app.text_area(key="read-text").set_value("东胜区办结案件50件。").run()
    assert "50件" in shown(app)
    assert "49件" not in shown(app)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_that_cannot_be_read_is_said_in_both_languages(language):
    app = open_page("read", lang=language)
    app.get("file_uploader")[0].upload(
        "../../<b>贷款.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    ).run()
    html = shown(app)
    assert "旧版Office" in html
    assert "Save it as .docx" in html
    assert "&lt;b&gt;贷款.docx" in html
    assert "../.." not in html


def test_hostile_text_is_shown_as_it_is_written():
    html = shown(pasted("<script>alert(1)</script>办结案件49件。</mark><img src=x onerror=1>"))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_a_text_that_takes_too_long_says_so(monkeypatch):
    def gives_up(*_):
        raise subprocess.TimeoutExpired("loaders.apart", 1)

    monkeypatch.setattr(reading, "rows_of", gives_up)
    html = shown(pasted(TEXT))
    assert "请拆成几个文件" in html
    assert "Split it" in html


def test_a_text_without_figures_says_so():
    assert "没有读出数字" in shown(pasted("今天天气很好，大家都很高兴。"))


def test_a_long_text_is_shown_in_parts_that_miss_nothing():
    long = "。".join(["东胜区办结案件49件，金额约3亿元"] * 9000)
    article = make_article("a", f"标题一行\n{long}\n{long[:200]}")
    parts = reading.parts(article)
    assert len(parts) > 3
    shown_text = "".join(article.clean[p.start : p.end] for part in parts for p in part.paragraphs)
    assert shown_text == article.clean.replace("\n", "")
    assert all(
        sum(len(article.clean[p.start : p.end].encode()) for p in part.paragraphs) <= reading.PART
        for part in parts
    )


def test_no_figure_is_lost_between_two_parts():
    app = pasted("。".join(["东胜区办结案件49件，金额约3亿元"] * 3000))
    number = app.number_input[0]
    count = int(number.max)
    assert count > 1
    marks = 0
    for part in range(1, count + 1):
        app.number_input[0].set_value(part).run()
        marks += shown(app).count("<mark ")
    assert marks == 6000
