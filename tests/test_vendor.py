"""Vendored files are byte for byte as published, with their licences."""

import hashlib
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "static" / "vendor"


def recorded_sums() -> dict[str, str]:
    lines = (VENDOR / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_every_vendored_file_is_the_one_that_was_recorded() -> None:
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in VENDOR.iterdir()}
    del found["SHA256SUMS"]
    assert found == recorded_sums()


def test_every_vendored_script_has_its_version_in_its_name_and_its_licence_beside_it() -> None:
    scripts = list(VENDOR.glob("*.js"))
    assert scripts
    for script in scripts:
        release = script.name.removesuffix(".min.js")
        assert release.rpartition("-")[2].replace(".", "").isdigit(), script.name
        assert (VENDOR / f"{release}.LICENSE").is_file()


def test_no_vendored_script_asks_for_a_source_map_that_is_not_there() -> None:
    assert all("sourceMappingURL" not in script.read_text(encoding="utf-8") for script in VENDOR.glob("*.js"))
