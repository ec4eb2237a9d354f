"""The pipeline as a whole: one row a figure, with everything that leads back to its sentence."""

import pytest

from loaders.articles import make_article
from loaders.figures import figure_id, read_figures
from loaders.tables import FIGURES

TEXT = (
    "## 金融服务\n"
    "截至2025年7月底，东胜区普惠贷款余额超623.2亿元，同比增长15.2%，增速居全区第3位。\n"
    "今年以来，全市压减办理时限87%，力争年底网办率达到98%以上。"
)


@pytest.fixture(scope="module")
def frame(lexicon):
    article = make_article("a", TEXT, place="鄂尔多斯市", published="2025-08-15")
    return read_figures(article, lexicon)


def test_each_figure_is_a_row_in_reading_order(frame):
    shown = frame[["written", "value", "unit", "bound", "kind", "status", "year", "place"]]
    assert shown.to_csv(index=False, lineterminator="\n") == (
        "written,value,unit,bound,kind,status,year,place\n"
        "超623.2亿元,62320000000.0,元,over,level,reported,2025,东胜区\n"
        "15.2%,15.2,%,exact,change,reported,2025,东胜区\n"
        "第3位,3.0,位,exact,rank,reported,2025,东胜区\n"
        "87%,-87.0,%,exact,change,reported,2025,鄂尔多斯市\n"
        "98%以上,98.0,%,at_least,share,target,2025,鄂尔多斯市\n"
    )


def test_the_printed_parts_make_up_the_core(frame):
    for row in frame.to_dict("records"):
        core = TEXT[row["start"] : row["end"]]
        assert core in row["written"]
        assert row["value_printed"] in core
        assert core.endswith(row["unit_printed"])
        assert row["written"] in row["sentence"]
        assert row["sentence"] in TEXT


def test_a_figure_knows_its_paragraph(frame):
    assert list(frame["paragraph"]) == [2, 2, 2, 3, 3]


def test_the_columns_are_those_of_the_table(frame):
    assert list(frame.columns) == [column.name for column in FIGURES]
    assert set(frame["review"]) == {"read"}


def test_a_heading_tells_the_domain(frame, lexicon):
    assert set(frame["domain"]) == {lexicon.domains.of_heading(("金融服务",))}
    assert frame["domain"].iloc[0]


def test_a_text_without_figures_is_an_empty_table(lexicon):
    frame = read_figures(make_article("a", "全市持续优化营商环境。"), lexicon)
    assert frame.empty
    assert list(frame.columns) == [column.name for column in FIGURES]


def test_an_id_depends_on_source_expression_and_its_ordinal_only():
    assert figure_id("a", "49件", 1) == figure_id("a", "49件", 1)
    assert (
        len(
            {
                figure_id(*key)
                for key in (("a", "49件", 1), ("a", "49件", 2), ("b", "49件", 1), ("a", "52件", 1))
            }
        )
        == 4
    )


def test_words_changed_elsewhere_leave_the_ids_alone(read):
    before = read("全市办结诉求49件。培育企业12家。")
    after = read("据统计，全市各级共办结诉求49件。又培育企业12家。")
    assert [row["figure_id"] for row in before] == [row["figure_id"] for row in after]


def test_the_same_expression_twice_has_two_ids(read):
    first, second = read("东胜区办结诉求49件。康巴什区办结诉求49件。")
    assert first["written"] == second["written"]
    assert first["figure_id"] != second["figure_id"]


def test_values_are_computed_as_decimals(read):
    assert [row["value"] for row in read("投资2.3亿元，利润0.07万元，产量1.15万吨。")] == [
        230_000_000,
        700,
        11_500,
    ]


def test_a_range_has_a_high_end_and_others_have_none(read):
    ranged, plain = read("用时9-12个月，比例15%。")
    assert (ranged["value"], ranged["value_high"]) == (9, 12)
    assert plain["value_high"] is None
