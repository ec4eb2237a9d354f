"""旗区: nine tiles, a district's figures by domain, and several districts side by side."""

from __future__ import annotations

from charts.grid import count_grid
from charts.tiles import district_tiles
from components import cards, compare, honours, html, labels
from components.alone import open_dashboard
from components.desk import Desk, open_desk
from pages.domains import panels
from wording import escape_html, say


def show() -> None:
    """The page."""
    desk = open_desk()
    html.heading(say("districts.title"), say("districts.lead"))
    everywhere = desk.rows_without(districts=True)
    counts = {str(place): int(count) for place, count in everywhere["place"].value_counts().items()}
    html.show(
        district_tiles(desk.library.places, counts, desk.view.districts, lambda place: _toggle(place, desk))
    )
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


def _toggle(place: str, desk: Desk) -> str:
    """A tile chooses its district; a chosen one gives it back."""
    chosen = () if desk.view.districts == (place,) else (place,)
    return desk.view.href("districts", district=chosen)


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
    newest = rows[rows["place"].isin(across)].sort_values("published", ascending=False, kind="stable")
    if not desk.view.districts and not newest.empty:
        html.section(say("districts.newest"))
        cards.figure_list(newest.head(6), desk.view)


if __name__ == "__main__":
    open_dashboard()
