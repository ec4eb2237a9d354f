"""Honours as a list: year, place, what, by whom; each leads to the article it stands in."""

from __future__ import annotations

import pandas as pd

from charts.rows import Row, records
from components import html, labels
from components.desk import Desk
from wording import escape_data, escape_html, place_name, say


def chosen(desk: Desk, places: tuple[str, ...]) -> pd.DataFrame:
    """The honours of the years and words in the address, of `places` or of all."""
    view, honours = desk.view, desk.library.honours
    keep = pd.Series(True, index=honours.index)
    if view.years:
        keep &= honours["year"].isin(view.years)
    if places:
        keep &= honours["place"].isin(places)
    text = honours["honour"] + honours["body"] + honours["work"] + honours["place"]
    for word in view.search.split():
        keep &= text.str.contains(word, case=False, regex=False)
    return honours[keep].sort_values(
        ["year", "place"], ascending=[False, True], na_position="last", kind="stable"
    )


def listing(honours: pd.DataFrame, desk: Desk) -> None:
    """Show `honours`, newest first."""
    names = labels.place_names(desk.library)
    sources = {row["source_id"]: row for row in records(desk.library.sources)}
    items = "".join(
        _item(
            row, names.get(row["place"]) or place_name(row["place"], ""), sources.get(row["source_id"]), desk
        )
        for row in records(honours)
    )
    html.show(f'<ul class="list honours">{items}</ul>')


def _item(row: Row, place: str, source: Row | None, desk: Desk) -> str:
    year: str = (
        say("period.no_year") if pd.isna(row["year"]) else say("period.in_year", year=int(row["year"]))
    )
    inferred = (
        f' <span class="badge">{escape_html(say("year.publication"))}</span>'
        if (row["year_basis"] == "publication")
        else ""
    )
    body = say("honours.by", body=row["body"]) if row["body"] else say("honours.no_body")
    work = say("honours.work", work=row["work"]) if row["work"] else ""
    link = ""
    if source is not None:
        words = " · ".join(part for part in (source["publisher"], source["published"]) if part)
        link = html.link(desk.view.href("sources", source=row["source_id"]), words or source["title"])
    return (
        f'<li><div><p class="what">{escape_html(year)}{inferred}</p><p class="soft">{escape_html(place)}</p></div>'
        f'<div lang="zh-CN"><p class="what">{escape_data(row["honour"])}</p>'
        f'<p class="soft">{escape_data(" · ".join(part for part in (body, work) if part))} · {link}</p></div></li>'
    )
