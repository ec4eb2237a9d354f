"""旗区: nine tiles, a district's figures by domain, and several districts side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.grid import count_grid
from charts.rows import Row, records
from charts.strips import BY_VALUE
from charts.tiles import district_tiles
from components import address, cards, compare, groups, honours, html, labels
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from pages.domains import panels
from wording import escape_data, escape_html, say

MOST = 40  # indicators side by side, those that most districts report first


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("districts.title"), say("districts.lead"))
    everywhere = desk.rows_without(districts=True)
    _tiles(everywhere, desk)
    if everywhere.empty:
        html.empty(
            say("empty.filtered"),
            say("empty.filtered.advice"),
            desk.view.href("districts", **compare.NO_FILTERS),
        )
        return
    names = labels.place_names(desk.library)
    if not desk.view.districts:
        _side_by_side(desk)
        return
    if len(desk.view.districts) > 1:
        _side_by_side(desk)
    domains = labels.domain_names(desk.library)
    for place in desk.view.districts:
        own = desk.rows[desk.rows["place"].eq(place)]
        html.section(
            names.get(place, place),
            say("domains.count", figures=len(own), articles=own["source_id"].nunique()),
        )
        if own.empty:
            html.empty(
                say("districts.none", place=names.get(place, place)),
                say("empty.filtered.advice"),
                desk.view.href("districts", **compare.NO_FILTERS),
            )
            continue
        silent = [domains[code] for code in desk.library.domains["domain"] if code not in set(own["domain"])]
        for code in desk.library.domains["domain"]:
            if not (part := own[own["domain"].eq(code)]).empty:
                html.show(f'<h3 class="sub">{escape_html(domains[code])}</h3>')
                panels(part, desk, limit=12, more=desk.view.href("domains", domain=code, district=place))
        if not (named := honours.chosen(desk, (place,))).empty:
            html.show(f'<h3 class="sub">{escape_html(say("honours.title"))}</h3>')
            honours.listing(named, desk)
        tasks = int(labels.names_place(desk.library.tasks, place, desk.library).sum())
        if tasks:
            address = desk.view.href("targets", district=place)
            html.show(f"<p>{html.link(address, say('districts.tasks', count=tasks))}</p>")
        if silent:
            html.callout(say("districts.silent", domains=say("list.join").join(silent)))


def _tiles(rows: pd.DataFrame, desk: Desk) -> None:
    """The tiles, shaded by how many figures there are or by an indicator that several districts report alike."""
    home = set(desk.library.places.loc[desk.library.places["row"].notna(), "place"])
    own = rows[rows["place"].isin(home)]
    alike = {
        group["indicator_id"].iloc[0]: group
        for group in reversed(
            groups.across_places(own[own["indicator_id"].ne("") & own["kind"].isin(BY_VALUE)])
        )
    }  # reversed: of several periods the newest stays
    by = st.query_params.get("by", "")
    st.session_state["tiles-by"] = by if by in alike else ""
    names = labels.indicator_names(desk.library)
    st.selectbox(
        say("tiles.by"),
        ["", *sorted(alike, key=lambda code: names[code])],
        key="tiles-by",
        format_func=lambda code: names.get(code, say("tiles.by.count")),
        on_change=address.write,
        args=("by", "tiles-by"),
        width=340,
    )
    if by and by not in alike:
        html.callout(say("tiles.by.none", name=names.get(by, by[:60])))
    if by in alike:
        group = alike[by]
        values = {row["place"]: (abs(float(row["value"])), row["amount"]) for row in records(group)}
        first = records(group)[0]
        html.show(f'<p class="soft">{escape_data(first["title"])} · {escape_html(first["period"])}</p>')
    else:
        counts = own["place"].value_counts()
        values = {
            str(place): (float(count), say("tiles.count", count=count)) for place, count in counts.items()
        }
    html.show(
        district_tiles(
            desk.library.places, values, desk.view.districts, lambda place: _toggle(place, desk, by)
        )
    )


def _toggle(place: str, desk: Desk, by: str) -> str:
    """A tile chooses its district; a chosen one gives it back."""
    chosen = () if desk.view.districts == (place,) else (place,)
    return desk.view.href("districts", district=chosen, by=by)


def _side_by_side(desk: Desk) -> None:
    rows = desk.rows_without(districts=True, domains=True)
    names = labels.place_names(desk.library)
    domains = labels.domain_names(desk.library)
    home = list(desk.library.places.loc[desk.library.places["row"].notna(), "place"])
    across = list(desk.view.districts) if len(desk.view.districts) > 1 else home
    html.section(say("districts.beside"), say("districts.beside.lead"))
    html.show(
        count_grid(
            rows,
            ("domain", [(code, domains[code]) for code in desk.library.domains["domain"]]),
            ("place", [(place, names.get(place, place)) for place in across]),
            lambda domain, place: desk.view.href("districts", domain=domain, district=place),
            say("districts.beside"),
        )
    )
    if len(desk.view.districts) > 1:
        _indicators_beside(rows[rows["place"].isin(across)], across, desk)
    newest = rows[rows["place"].isin(across)].sort_values("published", ascending=False, kind="stable")
    if not desk.view.districts and not newest.empty:
        html.section(say("districts.newest"))
        cards.figure_list(newest.head(6), desk.view)


def _indicators_beside(rows: pd.DataFrame, across: list[str], desk: Desk) -> None:
    """What each of the chosen districts reports of each indicator: its newest figure, or hatched."""
    names = labels.place_names(desk.library)
    newest: dict[str, dict[str, Row]] = {}
    ordered = rows.sort_values(["year", "published"], kind="stable", na_position="first")
    for row in records(ordered[ordered["status"].eq("reported")]):
        newest.setdefault(row["title"], {})[row["place"]] = row
    shared = sorted(newest, key=lambda title: (-len(newest[title]), title))[:MOST]
    head = "".join(f'<th scope="col">{escape_data(names.get(place, place))}</th>' for place in across)
    body = "".join(
        f'<tr><th scope="row">{escape_data(title)}</th>'
        + "".join(_cell(newest[title].get(place), desk) for place in across)
        + "</tr>"
        for title in shared
    )
    caption = escape_html(say("districts.indicators"))
    html.section(say("districts.indicators"), say("districts.indicators.lead"))
    html.show(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="table beside">'
        f'<caption class="skip">{caption}</caption><thead><tr><td></td>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(row: Row | None, desk: Desk) -> str:
    if row is None:
        return f'<td class="none"><span>{escape_html(say("legend.none"))}</span></td>'
    number = html.link(desk.view.href("sources", figure=row["figure_id"]), row["amount"])
    return f'<td class="num">{number}<br><span class="soft">{escape_html(row["period"])}</span></td>'


if __name__ == "__main__":
    open_dashboard()
