"""Which tasks of the action plans the address chooses."""

from __future__ import annotations

import pandas as pd

from components import labels
from components.desk import Desk


def chosen(desk: Desk) -> pd.DataFrame:
    """The tasks that the shared filters choose: due in the year, of the domain, holding the words."""
    view, tasks = desk.view, desk.library.tasks
    keep = pd.Series(True, index=tasks.index)
    if view.years:
        keep &= tasks["due"].dt.year.isin(view.years)
    if view.domains:
        keep &= tasks["domain"].isin(view.domains)
    for place in view.districts:
        keep &= labels.names_place(tasks, place, desk.library)
    everything = tasks["title"] + tasks["lead"] + tasks["cooperating"] + tasks["target"] + tasks["section"]
    for word in view.search.split():
        keep &= everything.str.contains(word, case=False, regex=False)
    return tasks[keep]
