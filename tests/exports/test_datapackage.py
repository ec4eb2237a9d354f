import csv
import io
import json
from hashlib import sha256
from zipfile import ZipFile

import pytest

from exports.datapackage import datapackage_bytes
from loaders import tables
from tests.exports import sample


def made(figures=None, **options):
    options = {"title": "授信", "filters": {"年份": ["2025"]}, "version": "0123456789ab"} | options
    tables_given = {"domains": sample.domains(), "locators": sample.locators()}
    return datapackage_bytes(
        sample.figures() if figures is None else figures,
        sample.sources(),
        sample.indicators(),
        sample.notes(),
        **tables_given,
        **options,
    )


def unzipped(content):
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_table_is_there_and_described_as_in_the_one_place():
    files = unzipped(made())
    package = json.loads(files.pop("datapackage.json"))
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert {resource["path"] for resource in package["resources"]} == set(files)
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        (header, *_) = csv.reader(io.StringIO(content.decode("utf-8")))
        assert header == [field["name"] for field in resource["schema"]["fields"]]
    described = {field["name"]: field["description"] for field in package["resources"][0]["schema"]["fields"]}
    assert described == {column.name: column.help_zh for column in tables.FIGURES}


def test_sources_are_named():
    package = json.loads(unzipped(made())["datapackage.json"])
    assert package["sources"] == [{"title": "一年小结, 某日报, 2025-12"}]


def test_rows_keep_their_codes():
    (row,) = csv.DictReader(io.StringIO(unzipped(made())["data/figures.csv"].decode("utf-8")))
    assert (row["bound"], row["domain"], row["value"], row["period_end"]) == (
        "over",
        "finance",
        "2000000000",
        "2025-12-31",
    )


def test_an_empty_selection_is_a_good_package():
    files = unzipped(made(sample.figures().head(0)))
    assert files["data/figures.csv"].count(b"\n") == 1


@pytest.mark.parametrize("text", sample.HOSTILE.values(), ids=sample.HOSTILE)
def test_hostile_text_stays_text(text):
    files = unzipped(made(sample.figures({"subject": text}), title=text, filters={text: text}))
    (row,) = csv.DictReader(io.StringIO(files["data/figures.csv"].decode("utf-8"), newline=""))
    assert not row["subject"].lstrip("\ufeff\u00a0 ").startswith(("=", "+", "-", "@", "\t", "＝"))
    json.loads(files["datapackage.json"])


def test_frictionless_accepts_it(tmp_path):
    frictionless = pytest.importorskip("frictionless")
    path = tmp_path / "package.zip"
    path.write_bytes(made())
    assert frictionless.validate(str(path)).valid
