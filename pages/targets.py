"""目标: each numeric target with the reports related to it, and the plan's tasks by month and department."""

from __future__ import annotations

import re

import pandas as pd
import streamlit as st

from charts.months import month_columns
from charts.rows import Row, records
from components import cards, compare, html, labels, tasks
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from loaders.comparable import why_not
from wording import either, escape_data, escape_html, say

NAMES = {"month": "tasks.month", "lead": "tasks.lead.label"}  # what this page alone reads from the address
_SCHEME = re.compile("“(.+?)”")
REPORTS = 4  # newest reports beside a target; the page of the indicator has all


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("targets.title"), say("targets.lead"))
    part = "targets" if st.query_params.get("show") == "targets" else "tasks"
    items = "".join(
        html.link(desk.view.href("targets", show=name), say(f"{name}.part"), current=name == part)
        for name in ("tasks", "targets")
    )
    html.show(f'<nav class="pick" aria-label="{escape_html(say("targets.title"))}">{items}</nav>')
    if part == "tasks":
        _task_part(tasks.chosen(desk), desk)
    else:
        _target_part(desk)


def _task_part(found: pd.DataFrame, desk: Desk) -> None:
    html.section(say("tasks.title"), say("tasks.lead"))
    if found.empty:
        html.empty(
            say("tasks.none"), say("empty.filtered.advice"), desk.view.href("targets", **compare.NO_FILTERS)
        )
        return
    month, lead = st.query_params.get("month", ""), st.query_params.get("lead", "")
    months = found["due"].dt.strftime("%Y-%m").fillna("")
    known = {"month": set(months), "lead": set(found["lead"].str.split("|").explode())}
    odd = [
        (name, value)
        for name, value in (("month", month), ("lead", lead))
        if value and value not in known[name]
    ]
    if odd:
        html.callout(
            say("link.unknown"),
            [say("link.unknown.item", name=say(NAMES[name]), value=value[:60]) for name, value in odd],
        )
        month, lead = (("" if ("month", month) in odd else month), ("" if ("lead", lead) in odd else lead))
    html.show(
        month_columns(
            months.value_counts().to_dict(),
            month,
            lambda value: desk.view.href("targets", month="" if value == month else value, lead=lead),
        )
    )
    _departments(found, lead, month, desk)
    chosen = found[
        (months.eq(month) | (not month))
        & (found["lead"].str.split("|").map(lambda who: lead in who) | (not lead))
    ]
    if chosen.empty:
        html.empty(say("tasks.none"), say("tasks.none.advice"))
    for due, same in chosen.sort_values("due", na_position="last", kind="stable").groupby(
        "deadline", sort=False
    ):
        last = same["due"].iloc[0]
        when = str(due) if pd.isna(last) else either(str(due), say("tasks.by", date=f"{last:%Y-%m-%d}"))
        html.show(f'<h3 class="sub">{escape_data(say("tasks.due", due=when, count=len(same)))}</h3>')
        html.show(f'<ul class="list tasks">{"".join(_task(row, desk) for row in records(same))}</ul>')


def _departments(found: pd.DataFrame, lead: str, month: str, desk: Desk) -> None:
    counts = found["lead"].str.split("|").explode().value_counts()
    items = "".join(
        html.link(
            desk.view.href("targets", lead="" if who == lead else who, month=month),
            f"{who} {count}",
            current=who == lead,
        )
        for who, count in counts.items()
        if who
    )
    html.show(
        f'<details class="more"{" open" if lead else ""}><summary>{escape_html(say("tasks.by_lead", count=len(counts)))}'
        f'</summary><nav class="pick" aria-label="{escape_html(say("tasks.lead.label"))}">{items}</nav></details>'
    )


def _task(row: Row, desk: Desk) -> str:
    """One task: what, who leads, who helps, the target it names, and the plan it stands in."""
    domains = labels.domain_names(desk.library)
    leads = say("list.join").join(
        html.link(desk.view.href("targets", lead=who), who) for who in row["lead"].split("|") if who
    )
    helpers = say("list.join").join(who for who in row["cooperating"].split("|") if who)
    target = f'<p><span class="badge target">{escape_html(say("status.target"))}</span> {escape_html(row["target"])}</p>'
    source = html.link(
        desk.view.href("sources", source=row["source_id"]), desk.source(row["source_id"])["title"]
    )
    return (
        f'<li><div><p class="what">{leads}</p></div><div lang="zh-CN"><p class="what">{escape_data(row["title"])}</p>'
        f"{target if row['target'] else ''}"
        + (
            f'<p class="soft">{escape_html(say("tasks.helpers"))}{escape_html(helpers)}</p>'
            if helpers
            else ""
        )
        + f'<p class="soft">{escape_html(domains.get(row["domain"], ""))} · {source}</p></div></li>'
    )


def _target_part(desk: Desk) -> None:
    html.section(say("targets.numeric"), say("targets.numeric.lead"))
    targets = desk.rows[desk.rows["status"].eq("target")]
    if targets.empty:
        html.empty(
            say("targets.none"), say("empty.filtered.advice"), desk.view.href("targets", **compare.NO_FILTERS)
        )
        return
    ordered = targets.sort_values(
        ["published", "source_id", "start"], ascending=[False, True, True], kind="stable"
    )
    found = [(row, _related(row, desk)) for row in records(ordered)]
    html.show("".join(_pair(row, related, desk) for row, related in found if related))
    silent = f'<p class="silent"><span>{escape_html(say("targets.no_report"))}</span></p>'
    if alone := [cards.card(row, desk.view, silent) for row, related in found if not related]:
        html.section(say("targets.alone", count=len(alone)), say("targets.alone.lead"))
        cards.cards(alone)


def _related(target: Row, desk: Desk) -> list[Row]:
    """The newest reports of the target's indicator, or of one related to it, in its place."""
    every = desk.everything
    related = every[
        every["indicator_id"].isin(_alike(target, desk))
        & every["status"].eq("reported")
        & every["place"].eq(target["place"])
    ]
    return records(related.sort_values(["year", "published"], ascending=False, kind="stable").head(REPORTS))


def _pair(target: Row, related: list[Row], desk: Desk) -> str:
    """A target beside its reports, each with what forbids to set the two against each other."""
    beside = "".join(_report(row, target, desk) for row in related)
    return f'<div class="pair">{cards.card(target, desk.view)}<div class="reports">{beside}</div></div>'


def _alike(target: Row, desk: Desk) -> list[str]:
    """The target's indicator, then those of its unit that name the same “scheme”: related, not the same."""
    table = records(desk.library.indicators)
    own = next((entry for entry in table if entry["indicator_id"] == target["indicator_id"]), None)
    if own is None:
        return []
    schemes = set(_SCHEME.findall(own["name_zh"]))
    return [own["indicator_id"]] + [
        entry["indicator_id"]
        for entry in table
        if schemes & set(_SCHEME.findall(entry["name_zh"])) and target["unit"] in entry["unit"].split("|")
    ]


def _report(row: Row, target: Row, desk: Desk) -> str:
    why = [reason for reason in why_not(pd.Series(target), pd.Series(row)) if reason.code != "status"]
    same_year: bool = pd.notna(row["year"]) and pd.notna(target["year"]) and row["year"] == target["year"]
    words = [either(reason.zh, reason.en) for reason in why]
    words += [] if same_year or any("year" in reason.code for reason in why) else [say("targets.other_year")]
    verdict = (
        say("targets.alike") if not words else say("targets.unlike", why=say("list.semicolon").join(words))
    )
    return (
        f'<div class="report"><p class="what">{escape_data(row["title"])}</p><p><b>{html.link(cards.source_href(row, desk.view), row["amount"])}</b> '
        f'<span class="soft">{escape_html(row["period"])} · {escape_data(cards.cite(row))}</span></p>'
        f'<p class="soft">{escape_data(verdict)}</p>{cards.note(row)}</div>'
    )


if __name__ == "__main__":
    open_dashboard()
