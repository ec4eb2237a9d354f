"""指标: one or several indicators over time, chart and table, definition, and why figures are not joined."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import series
from charts.rows import Row, records
from charts.strips import BY_VALUE
from components import address, cards, compare, figures, groups, html, labels
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from wording import either, escape_html, say, unit_name

AT_MOST = 6
LINES = 4  # places on one chart; more cannot be told apart


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("indicators.title"), say("indicators.lead"))
    rows = desk.rows[desk.rows["indicator_id"].ne("")]
    if rows.empty:
        html.empty(
            say("empty.filtered"),
            say("empty.filtered.advice"),
            desk.view.href("indicators", **compare.NO_FILTERS),
        )
        return
    for code in _choose(rows, desk):
        same = rows[rows["indicator_id"].eq(code)]
        _about(code, same, desk)
        if same.empty:
            html.empty(
                say("indicators.none"),
                say("empty.filtered.advice"),
                desk.view.href("indicators", **compare.NO_FILTERS, indicator=code),
            )
        else:
            draw(code, same, desk)


def _choose(rows: pd.DataFrame, desk: Desk) -> list[str]:
    names = labels.indicator_names(desk.library)
    counts = rows["indicator_id"].value_counts()
    asked = [code for code in dict.fromkeys(st.query_params.get_all("indicator")) if code]
    if odd := [code for code in asked if code not in names]:
        html.callout(
            say("link.unknown"),
            [say("link.unknown.item", name=say("indicators.pick"), value=code[:60]) for code in odd],
        )
    chosen = [code for code in asked if code in names][:AT_MOST]
    options = list(counts.index) + [code for code in chosen if code not in counts]
    st.session_state["pick-indicator"] = chosen
    st.multiselect(
        say("indicators.pick"),
        options,
        key="pick-indicator",
        max_selections=AT_MOST,
        format_func=lambda code: say("indicators.option", name=names[code], count=counts.get(code, 0)),
        placeholder=say("indicators.pick.hint"),
        on_change=address.write,
        args=("indicator", "pick-indicator"),
    )
    return chosen or _telling(rows)


def _telling(rows: pd.DataFrame) -> list[str]:
    """Without a choice: the two indicators whose longest comparable series holds most years."""
    found = groups.lines(groups.together(rows))
    ranked = sorted(found, key=lambda group: -group["year"].nunique())
    codes = list(dict.fromkeys(group["indicator_id"].iloc[0] for group in ranked))
    return (codes or list(rows["indicator_id"].value_counts().index))[:2]


def _about(code: str, rows: pd.DataFrame, desk: Desk) -> None:
    table = desk.library.indicators
    entry = records(table[table["indicator_id"].eq(code)])[0]
    direction = say(f"direction.{entry['direction']}")
    unit = " / ".join(unit_name(unit) for unit in entry["unit"].split("|")) or "—"
    facts = say("indicators.facts", unit=unit, direction=direction, count=len(rows))
    html.show(
        f'<div class="section rule"><h2>{escape_html(either(entry["name_zh"], entry["name_en"]))}</h2>'
        f"<p>{escape_html(either(entry['definition_zh'], entry['definition_en']))}</p>"
        f"<p>{escape_html(facts)}</p></div>"
    )


def draw(code: str, rows: pd.DataFrame, desk: Desk) -> None:
    """The form that the figures allow: series, places side by side, cards; then why they are apart."""
    found = groups.together(rows)
    drawn: set[str] = set()
    for number, together in enumerate(_series(found)):
        every = pd.concat(together)
        drawn |= set(every["figure_id"])
        first = every.iloc[0]
        figure = (
            series.slope(every)
            if first["kind"] == "rank"
            else (series.columns(every) if len(together) == 1 else series.lines(together))
        )
        figures.chart(
            figure,
            every,
            desk.view,
            title=_chart_title(first, every, "chart.years"),
            subtitle=_subtitle(first, every),
            key=f"{code}-years-{number}",
        )
    for number, across in enumerate(groups.across_places(rows[rows["kind"].isin(BY_VALUE)])):
        drawn |= set(across["figure_id"])
        first = across.iloc[0]
        figures.chart(
            series.places(across),
            across,
            desk.view,
            title=_chart_title(first, across, "chart.places"),
            subtitle=_subtitle(first, across),
            key=f"{code}-places-{number}",
        )
    if not (rest := rows[~rows["figure_id"].isin(drawn)]).empty:
        if drawn:
            html.section(say("indicators.single"), say("indicators.single.lead"))
        cards.cards(cards.card(row, desk.view) for row in records(rest))
    _why_apart(found, desk)


def _series(found: list[pd.DataFrame]) -> list[list[pd.DataFrame]]:
    """Groups over years; those that differ only in place together, at most four a chart."""
    alike: dict[tuple[object, ...], list[pd.DataFrame]] = {}
    for group in groups.lines(found):
        first = group.iloc[0]
        if first["kind"] == "streak":
            continue
        place = first["place"] if first["kind"] == "rank" else ""  # a rank keeps a chart of its own
        key = (place, first["unit"], first["kind"], first["status"], first["period_kind"], first["league"])
        alike.setdefault(key, []).append(group)
    reports_first = sorted(alike.values(), key=lambda same: same[0]["status"].iloc[0] == "target")
    return [same[start : start + LINES] for same in reports_first for start in range(0, len(same), LINES)]


def _chart_title(first: pd.Series, rows: pd.DataFrame, key: str) -> str:
    places = rows["place_name"].unique()
    where = (
        say("list.join").join(places[:LINES])
        if len(places) <= LINES
        else say("places.count", count=len(places))
    )
    years = rows["year"].dropna().astype(int)
    when = str(years.min()) if years.nunique() == 1 else f"{years.min()}–{years.max()}"
    return say(key, what=first["title"], where=where, when=when)


def _subtitle(first: pd.Series, rows: pd.DataFrame) -> str:
    parts = [say("panel.unit", unit=unit_name(first["unit"]) or "—"), say(f"period.{first['period_kind']}")]
    parts += [first["league"]] if first["league"] else []
    parts += [say("status.target")] if first["status"] == "target" else []
    return " · ".join(parts)


def _why_apart(found: list[pd.DataFrame], desk: Desk) -> None:
    pairs = groups.reasons(found)
    if not pairs:
        return
    items = "".join(
        f"<li>{html.link(cards.source_href(one, desk.view), _named(one))} "
        f'<b aria-hidden="true">≠</b> {html.link(cards.source_href(other, desk.view), _named(other))}'
        f"{escape_html(say('sentence.colon') + say('list.semicolon').join(why))}</li>"
        for one, other, why in pairs[:8]
    )
    html.show(
        f'<div class="callout" role="note"><p>{escape_html(say("indicators.apart"))}</p><ul>{items}</ul></div>'
    )


def _named(row: Row) -> str:
    return f"{row['period']} {row['place_name']} {row['amount']}"


if __name__ == "__main__":
    open_dashboard()
