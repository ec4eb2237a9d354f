"""Every format: its text, what it prints of itself, and a clear refusal of what cannot be read."""

import contextlib
import io
import random
import zipfile

import docx
import pytest
from pypdf import PdfReader, PdfWriter

from loaders import formats
from loaders.articles import make_article
from loaders.figures import read_rows
from loaders.files import ReadError, extract_text, find_files, read_article, read_file
from loaders.formats import RefusedError
from loaders.formats.page import read_page
from loaders.formats.portable import read_portable
from loaders.formats.word import read_word
from loaders.library import load_library
from tests.loaders.fixture_files import deflated, page, pdf, saved, with_part, word

SENTENCE = "2024年，东胜区贷款余额超1200.5亿元，同比增长5.2%。"
TABLE = (("地区", "贷款余额（亿元）", "比年初增长（%）"), ("准格尔旗", "800", "-1.5"), ("乌审旗", "90", "4"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def figures(raw, name, lexicon):
    article = make_article("a", extract_text(raw, name).text, published="2025-02", place="鄂尔多斯市")
    rows = read_rows(article, lexicon)
    assert all(article.text[row["start"] : row["end"]] for row in rows)
    return [(row["written"], row["value"], row["unit"], row["place"], row["year"]) for row in rows]


def refusal(raw, name):
    with pytest.raises(ReadError) as caught:
        extract_text(raw, name)
    problem = caught.value.problem
    assert problem.zh
    assert problem.en
    return problem.zh


TABLE_FIGURES = [
    ("800亿元", 8e10, "元", "准格尔旗", 2024),
    ("-1.5%", -1.5, "%", "准格尔旗", 2024),
    ("90亿元", 9e9, "元", "乌审旗", 2024),
    ("4%", 4.0, "%", "乌审旗", 2024),
]
SENTENCE_FIGURES = [
    ("超1200.5亿元", 1.2005e11, "元", "东胜区", 2024),
    ("5.2%", 5.2, "%", "东胜区", 2024),
]


def html_table(rows):
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{lines}</table>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_reads_the_same_in_every_encoding(encoding, lexicon):
    text = f"贷款情况\r\n{SENTENCE}𠮷㐂\r\n"
    assert extract_text(text.encode(encoding), "a.txt").text == text
    assert figures(text.encode(encoding), "a.txt", lexicon) == SENTENCE_FIGURES


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(("臺灣經濟發展與營商環境優化" * 5).encode("big5"), id="Big5 fits GB18030"),
        pytest.param(
            "贷款余额".encode() + b"\xff\xfe\xfa" + "亿元".encode("gb18030"), id="two encodings in one"
        ),
        pytest.param(bytes(range(1, 32)) * 40 + b"\x80\x81", id="no text at all"),
        pytest.param("贷款".encode()[:-1] + b"\0\0\0abc", id="zeros in no pattern"),
    ],
)
def test_what_no_encoding_fits_is_refused(raw):
    assert "UTF-8" in refusal(raw, "a.txt")


def test_characters_that_were_lost_before_are_told():
    found = extract_text("贷款余额\ufffd亿元，办结49件。".encode(), "a.txt")
    assert "1个字符" in found.remarks[0][0]


def test_a_web_page_gives_its_article_and_not_what_stands_around_it(lexicon):
    body = (
        '<div class="nav"><ul><li><a href="/">首页</a></li><li><a>政务公开999件</a></li></ul></div><table><tr><td>'
        "<h1>全市金融运行情况</h1><div>发布日期：2025-02-10 09:30 来源：某市金融办 浏览次数：123 字体：[大 中 小]</div>"
        f"<p>{SENTENCE}</p><p>2024年末各旗区贷款情况</p>{html_table(TABLE)}<p>各部门要继续做好服务，有关情况将及时公布。</p>"
        "</td></tr></table><div class='footer'><p>主办：某市政府 电话：0477-8581234</p></div><script>var a='办结888件'</script>"
    )
    head = '<meta name="ArticleTitle" content="全市金融运行情况"><meta name="PubDate" content="2025-2-10 09:30"><meta name="ContentSource" content="某市金融办">'
    raw = page(body, head)
    found = extract_text(raw, "a.html")
    assert (found.title, found.published, found.publisher) == ("全市金融运行情况", "2025-02-10", "某市金融办")
    assert figures(raw, "a.html", lexicon) == SENTENCE_FIGURES + TABLE_FIGURES


@pytest.mark.parametrize(
    ("charset", "declared"), [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", "gbk")]
)
def test_a_web_page_is_decoded_as_it_declares(charset, declared):
    raw = f'<html><head><meta charset="{declared}"></head><body><p>{SENTENCE}</p></body></html>'.encode(
        charset
    )
    assert SENTENCE in extract_text(raw, "a.htm").text


def test_a_page_that_says_a_thing_twice_keeps_it_twice():
    lead = "<p>" + "全市经济平稳运行，各项指标稳中向好。" * 20 + "</p>"
    half = html_table(TABLE)
    text = extract_text(
        page(f"{lead}<p>上半年</p>{half}<p>下半年</p>{half}<p>有关情况将及时公布。</p>"), "a.html"
    ).text
    assert text.count("准格尔旗贷款余额800亿元") == 2
    assert text.index("下半年") < text.rindex("准格尔旗贷款余额800亿元")


def test_links_to_other_news_are_no_part_of_an_article():
    news = "<div class='hot'><h3>热点</h3><ul><li><a href='x'>某企业增长999%</a></li><li><a href='y'>某公司赚888亿元</a></li></ul></div>"
    paragraphs = "".join(f"<p>2024年，第{n}项工作办结案件{n}9件，总体进展平稳有序。</p>" for n in range(1, 9))
    text = extract_text(page(f"<div id='content'>{paragraphs}</div>{news}"), "a.html").text
    assert "89件" in text
    assert "999" not in text
    assert "888" not in text


def test_a_page_that_declares_a_wrong_charset_is_still_read():
    raw = f'<html><head><meta charset="gbk"></head><body><p>{SENTENCE}</p></body></html>'.encode()
    assert SENTENCE in extract_text(raw, "a.html").text


def test_a_page_cut_off_is_told():
    raw = page(f"<p>{SENTENCE}</p>").removesuffix(b"</body></html>")
    assert "没有结尾" in extract_text(raw, "a.html").remarks[0][0]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(page("<div id='app'></div><script>load()</script>"), "没有文字", id="text by script"),
        pytest.param(
            page("<div>" * 20_000 + SENTENCE + "</div>" * 20_000), "嵌套过深", id="nested too deeply"
        ),
    ],
)
def test_a_page_that_cannot_be_read_whole_is_refused(raw, said):
    assert said in refusal(raw, "a.html")


def test_a_word_file_keeps_order_headings_and_tables(lexicon):
    document = docx.Document()
    document.add_heading("某市金融运行情况", 0)
    document.add_heading("贷款", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("表1 2024年各旗区贷款情况")
    table = document.add_table(rows=3, cols=3)
    for r, row in enumerate(TABLE):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.add_paragraph("共办结案件49件。")
    raw = saved(document)
    found = extract_text(raw, "a.docx")
    lines = found.text.split("\n")
    assert found.title == "某市金融运行情况"
    assert lines[:4] == ["# 某市金融运行情况", "## 贷款", SENTENCE, "表1 2024年各旗区贷款情况。"]
    assert figures(raw, "a.docx", lexicon)[:6] == SENTENCE_FIGURES + TABLE_FIGURES
    assert figures(raw, "a.docx", lexicon)[6][:3] == ("49件", 49.0, "件")


def test_merged_cells_of_a_word_table_lend_their_words():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "地区"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2024年"
    for c, text in enumerate(["存款（亿元）", "增速%"], 1):
        table.cell(1, c).text = text
    for c, text in enumerate(["东胜区", "100", "5"]):
        table.cell(2, c).text = text
    assert extract_text(saved(document), "a.docx").text == "2024年东胜区存款100亿元，2024年存款增速5%。"


W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        pytest.param("<w:ins><w:r><w:t>新增49件</w:t></w:r></w:ins>", "新增49件", id="an accepted insertion"),
        pytest.param(
            "<w:del><w:r><w:delText>50件</w:delText></w:r></w:del><w:r><w:t>49件</w:t></w:r>",
            "49件",
            id="a deletion",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:r><w:t>控件49件</w:t></w:r></w:sdtContent></w:sdt>",
            "控件49件",
            id="a control",
        ),
        pytest.param(
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏9件</w:t></w:r><w:r><w:t>49件</w:t></w:r>",
            "49件",
            id="hidden",
        ),
        pytest.param("<w:r><w:t>甲</w:t><w:br/><w:t>49件</w:t></w:r>", "甲\n49件", id="a line break"),
        pytest.param(
            "<w:r><w:t>正文</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内49件</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "正文\n框内49件",
            id="a text box",
        ),
    ],
)
def test_no_text_of_a_word_file_is_left_out(inside, text):
    body = f"<?xml version='1.0' encoding='UTF-8'?><w:document {W}><w:body><w:p>{inside}</w:p></w:body></w:document>"
    assert extract_text(with_part(word("x"), "word/document.xml", body), "a.docx").text == text


def test_a_pdf_is_read_without_page_numbers_and_running_heads(lexicon):
    pages = [
        f"某市公报\n{SENTENCE}\n- 1 -",
        "某市公报\n办结案件49件。\n- 2 -",
        "某市公报\n新增企业30家。\n第 3 页",
    ]
    found = extract_text(pdf(*pages), "a.pdf")
    assert found.text.split("\n") == [SENTENCE, "办结案件49件。", "新增企业30家。"]


def test_look_alike_signs_of_a_pdf_become_the_real_ones():
    assert (
        extract_text(pdf("办结⻓期未结案件４９件，⽐上年⾼，⺠生。"), "a.pdf").text
        == "办结长期未结案件４９件，比上年高，民生。"
    )


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("UniGB-UCS2-H", "utf-16-be"), ("UniGB-UTF16-H", "utf-16-be"), ("GBK-EUC-H", "gbk")],
)
def test_a_pdf_in_the_encodings_of_chinese_fonts_is_read(encoding, codec):
    raw = pdf(SENTENCE).replace(b"/Encoding /Identity-H", f"/Encoding /{encoding}".encode())
    raw = raw.replace(b"/ToUnicode 5 0 R", b"").replace(b"(Identity)", b"(GB1)")
    raw = raw.replace(SENTENCE.encode("utf-16-be").hex().encode(), SENTENCE.encode(codec).hex().encode())
    assert extract_text(raw, "a.pdf").text == SENTENCE


def test_a_table_of_a_pdf_takes_its_cells_from_the_layout(lexicon):
    table = (
        "地区      贷款余额（亿元）      比年初增长（%）\n准格尔旗      800      -1.5\n乌审旗      90      4"
    )
    raw = pdf(f"{SENTENCE}\n2024年各旗区贷款情况\n{table}\n有关情况将及时公布。")
    assert figures(raw, "a.pdf", lexicon) == SENTENCE_FIGURES + TABLE_FIGURES


def test_traditional_chinese_in_a_pdf_is_no_garbage():
    assert extract_text(pdf("臺灣經濟發展與營商環境優化"), "a.pdf").text == "臺灣經濟發展與營商環境優化"


def test_scanned_pages_among_others_are_told():
    raw = pdf(SENTENCE, "")
    assert extract_text(raw, "a.pdf").remarks[0][0].startswith("第2页没有文字层")


def encrypted_pdf(password):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(SENTENCE))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_that_opens_without_a_password_is_read():
    assert SENTENCE in extract_text(encrypted_pdf(""), "a.pdf").text


def looped_pdf():
    raw = pdf(SENTENCE)
    return raw.replace(b"/Kids [10 0 R]", b"/Kids [2 0 R] ")


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        pytest.param("a.pdf", pdf("", font=False), "扫描件", id="scanned"),
        pytest.param("a.pdf", encrypted_pdf("secret"), "加密", id="encrypted PDF"),
        pytest.param("a.pdf", pdf(SENTENCE)[:-300], "不完整", id="truncated PDF"),
        pytest.param("a.pdf", b"%PDF-1.7\nnonsense\n%%EOF", "损坏", id="broken PDF"),
        pytest.param("a.pdf", looped_pdf(), "PDF", id="page loop"),
        pytest.param("a.pdf", pdf("\ue001\ue002\ue003" * 20), "乱码", id="fonts without tables"),
        pytest.param("a.pdf", pdf("ԱԲԳ ѢѣѤ ΆΈΉ ጀጁጂ" * 5), "乱码", id="glyph numbers taken for characters"),
        pytest.param("a.docx", OLE, "旧版Office", id=".doc called .docx"),
        pytest.param("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "加密", id="encrypted Word"),
        pytest.param("a.docx", word(SENTENCE)[:-400], "损坏", id="truncated Word"),
        pytest.param("a.docx", b"PK\x03\x04word/" + b"\1" * 300, "损坏", id="a zip in name only"),
        pytest.param("a.docx", SENTENCE.encode(), "后缀是.docx，内容却是文字", id="text called Word"),
        pytest.param("a.txt", pdf(SENTENCE), "后缀是.txt，内容却是PDF", id="PDF called text"),
        pytest.param("a.txt", word(SENTENCE), "后缀是.txt，内容却是Word", id="Word called text"),
        pytest.param("a.txt", page(f"<p>{SENTENCE}</p>"), "后缀是.txt，内容却是网页", id="page called text"),
        pytest.param("a.html", SENTENCE.encode(), "后缀是.html，内容却是文字", id="text called page"),
        pytest.param("a.pdf", page("<p>404</p>"), "内容却是网页", id="an error page saved as PDF"),
        pytest.param("a.exe", b"MZ\x90\0" + b"\0" * 100, "程序", id="a program"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "图片", id="a picture"),
        pytest.param("a.zip", b"PK\x03\x04" + b"\0" * 100, "压缩包", id="an archive"),
        pytest.param("a.rtf", b"{\\rtf1 abc}", "RTF", id="RTF"),
        pytest.param("a.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", "网页存档", id="web archive"),
        pytest.param("a.txt", b"", "空的", id="empty"),
        pytest.param("a.txt", b" \r\n\t", "空的", id="blank"),
        pytest.param("a.docx", word(""), "没有文字", id="Word without text"),
        pytest.param("a.txt", b"a" * (formats.MAX_BYTES + 1), "上限是20 MB", id="too large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_reason(name, raw, said):
    assert said in refusal(raw, name)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return out.getvalue()


def lying_zip():
    raw = with_part(word("x"), "word/document.xml", b"<a>" + b"a" * 60_000_000 + b"</a>")
    return raw.replace((60_000_007).to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


XML = (
    "<?xml version='1.0' encoding='{}'?><!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w:document "
    + W
    + "><w:body><w:p><w:r><w:t>[&x;]</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        pytest.param(
            with_part(word("x"), "word/document.xml", b"<a>" + b"a" * 100_000_000 + b"</a>"), "压缩炸弹", id="100 MB of XML"
        ),
        pytest.param(with_part(word("x"), "word/media/a.bin", b"\0" * 20_000_000), "压缩炸弹", id="a ratio of 1000"),
        pytest.param(zipped([(f"word/{n}.xml", b"") for n in range(2_500)]), "压缩炸弹", id="2,500 parts"),
        pytest.param(lying_zip(), "损坏", id="a size that lies"),
        pytest.param(with_part(word("x"), "word/document.xml", XML.format("UTF-8")), "DOCTYPE", id="external entity"),
        pytest.param(
            with_part(word("x"), "word/document.xml", XML.format("UTF-16").encode("utf-16")), "DOCTYPE", id="in UTF-16"
        ),
        pytest.param(
            with_part(word("x"), "word/document.xml", XML.format("IBM037").encode()), "损坏", id="an encoding to hide in"
        ),
        pytest.param(with_part(word("x"), "word/_rels/document.xml.rels", "<!DOCTYPE a><a/>"), "DOCTYPE", id="in the relations"),
    ],
)  # fmt: skip
def test_a_word_file_built_to_exhaust_or_to_reach_out_is_refused(raw, said):
    assert said in refusal(raw, "a.docx")


def test_a_pdf_built_to_exhaust_is_refused():
    raw = pdf("x")
    bomb = raw[: raw.index(b"11 0 obj")] + b"11 0 obj\n" + deflated(b" " * 300_000_000) + b"\nendobj\n"
    tail = b"trailer << /Size 20 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
    assert "PDF" in refusal(bomb + tail, "a.pdf")


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        pytest.param(read_portable, pdf(SENTENCE, SENTENCE), id="pdf"),
        pytest.param(read_word, word(SENTENCE, tables=[TABLE]), id="docx"),
        pytest.param(read_page, page(f"<p>{SENTENCE}</p>{html_table(TABLE)}"), id="html"),
    ],
)
def test_a_file_with_bytes_flipped_is_read_or_refused_and_nothing_else(read, raw):
    chance = random.Random(7)
    for _ in range(150):
        flipped = bytearray(raw)
        for _ in range(chance.choice((1, 3, 20))):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        with contextlib.suppress(RefusedError):
            read(bytes(flipped[: chance.choice((len(raw), len(raw), chance.randrange(len(raw))))]))


def test_a_folder_gives_files_of_every_format_but_not_what_word_leaves_open(tmp_path):
    for name in ("a.txt", "b.docx", "c.pdf", "d.html", "~$b.docx", ".e.txt", "f.csv", "README.md"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in find_files([tmp_path])] == ["a.txt", "b.docx", "c.pdf", "d.html"]


def test_an_article_without_an_index_takes_what_its_file_prints(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(word("某市2024年金融运行情况", "某市金融办公室", "2025年2月10日", SENTENCE))
    article = read_article(path)
    assert (article.title, article.publisher, article.published) == (
        "某市2024年金融运行情况",
        "某市金融办公室",
        "2025-02-10",
    )
    assert read_article(path, {"title": "乙"}).published == ""


def test_what_could_not_be_read_of_a_file_is_told_beside_its_article(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(SENTENCE, ""))
    article, remarks = read_file(path)
    assert SENTENCE in article.text
    assert "第2页" in remarks[0].zh


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(formats.MAX_BYTES + 1)
    with pytest.raises(ReadError, match="limit is 20 MB"):
        read_article(path)


def test_a_workspace_takes_files_of_every_format(tmp_path):
    for name, raw in (
        ("甲.docx", word(SENTENCE)),
        ("乙.pdf", pdf(SENTENCE)),
        ("丙.html", page(f"<p>{SENTENCE}</p>")),
    ):
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "丁.pdf").write_bytes(pdf("", font=False))
    library = load_library(workspace=tmp_path)
    figures = library.figures
    assert all(figures["source_id"].eq(name).sum() == 2 for name in "甲乙丙")
    assert any("丁.pdf" in problem.file and "扫描件" in problem.zh for problem in library.problems)
