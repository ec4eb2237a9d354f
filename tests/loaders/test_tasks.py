"""The tasks of action plans, in the ways that plans print them."""

import datetime
from pathlib import Path

import pytest

from loaders.articles import make_article
from loaders.lexicon import load_lexicon
from loaders.tasks import read_tasks

ROOT = Path(__file__).parents[2]
ORIGINAL = ROOT.parent / "shared" / "articles" / "2025-03_ordos-office_action-plan-6.txt"
DIGEST = ROOT / "data" / "tasks" / "2025-03_ordos-office_action-plan-6_tasks.md"
DOMAINS = load_lexicon().domains


def read(text, published="2025-03-25"):
    return read_tasks(make_article("plan", text, published=published), DOMAINS)


LINES = """二、重点任务
(一)提升政务服务
1.企业开办
(1)推行注销便利化改革。探索“套餐式”注销。
牵头部门:市市场监督管理局、各旗区人民政府
配合单位:市公安局、市税务局等部门,各园区
完成时限:2025年10月底前
(2)提高网办率。
牵头部门:市自然资源局
完成时限:12月底前
三、保障措施
(一)加强领导。各部门要落实责任。
"""


def test_fields_on_lines_of_their_own():
    tasks = read(LINES)
    first, second = tasks.to_dict("records")
    assert first["title"] == "推行注销便利化改革"
    assert first["section"] == "重点任务/提升政务服务/企业开办"
    assert first["lead"] == "市市场监督管理局|各旗区人民政府"
    assert first["cooperating"] == "市公安局|市税务局|各园区"
    assert (first["deadline"], first["due"].date()) == ("2025年10月底前", datetime.date(2025, 10, 31))
    assert (second["cooperating"], second["due"].date()) == ("", datetime.date(2025, 12, 31))
    assert list(tasks["paragraph"]) == [4, 8]
    assert set(tasks["domain"]) == {"government_services"}


@pytest.mark.parametrize(
    ("text", "lead", "cooperating", "due"),
    [
        (
            "1.优化审批流程。推行并联审批。（市财政局牵头，市税务局、各区配合，2025年6月底前完成）",
            "市财政局",
            "市税务局|各区",
            "2025-06-30",
        ),
        (
            "1.优化审批流程。（责任单位：市发展改革委、市财政局；完成时限：2025年底前）",
            "市发展改革委|市财政局",
            "",
            "2025-12-31",
        ),
        (
            "1.优化审批流程。（牵头单位：市司法局；配合单位：各区；完成时间：2025年9月15日）",
            "市司法局",
            "各区",
            "2025-09-15",
        ),
        ("（三）优化审批流程。（市司法局、市公安局按职责分工负责）", "市司法局|市公安局", "", ""),
        ("1.优化审批流程。（市司法局负责，上半年完成）", "市司法局", "", "2025-06-30"),
    ],
)
def test_fields_in_brackets_behind_the_text(text, lead, cooperating, due):
    [task] = read(text).to_dict("records")
    assert task["title"] == "优化审批流程"
    assert (task["lead"], task["cooperating"]) == (lead, cooperating)
    assert ("" if str(task["due"]) == "NaT" else str(task["due"].date())) == due


def test_an_article_that_is_no_plan_has_no_tasks():
    assert read("近日,市农牧局开展监测工作（详见附件）。\n银企对接促成授信623.2亿元。\n").empty
    assert read("").empty


def test_a_target_is_kept_with_its_bound():
    [task] = read(
        "(1) 培育上市后备企业\n目标：储备超过50家\n牵头部门：市财政局\n完成时限：2025年12月底前\n"
    ).to_dict("records")
    assert task["target"] == "储备超过50家"


def test_ids_stand_when_a_task_is_added_before():
    ids = set(read(LINES)["task_id"])
    assert ids < set(read(LINES.replace("(1)推行", "(0)简化材料。\n牵头部门:市司法局\n(1)推行"))["task_id"])


def test_the_shipped_tasks_are_complete():
    tasks = read(DIGEST.read_text(encoding="utf-8"))
    assert len(tasks) == 70
    assert tasks["task_id"].is_unique
    assert (tasks[["title", "lead", "deadline", "domain"]] != "").all().all()
    assert tasks["due"].notna().all()
    assert tasks["title"].str.len().max() <= 40


@pytest.mark.skipif(not ORIGINAL.is_file(), reason="the original is not at hand")
def test_digest_and_original_agree_task_by_task():
    digest = read(DIGEST.read_text(encoding="utf-8"))
    original = read(ORIGINAL.read_bytes().decode("utf-8"))
    facts = ["lead", "cooperating", "deadline", "due"]
    assert digest[facts].equals(original[facts])
