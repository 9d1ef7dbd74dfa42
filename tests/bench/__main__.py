"""`python -m tests.bench`: run, print, and write build/bench.json."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from tests.bench import against
from tests.bench.cases import CASES
from tests.bench.findings import Bench
from tests.bench.machine import describe_machine
from tests.bench.peers import PEERS
from tests.bench.report import Sheet, as_markdown, as_rich, remarks_of, sheets_of
from tests.bench.runner import run_all
from tests.sections import write_into

JSON = Path("build/bench.json")
ENGINE_PAGE = Path("docs/engine.md")
MIN_WIDTH = 170


@click.command()
@click.option("--case", "cases", type=click.Choice(list(CASES)), multiple=True, help="This case only; may be repeated.")
@click.option("--peer", "peers", type=click.Choice(list(PEERS)), multiple=True, help="This engine; may be repeated.")
@click.option("--deadline", default=90.0, show_default=True, help="Seconds after which an engine is stopped.")
@click.option("--against", "commit", help=f"Compare this checkout with this commit only; written into {ENGINE_PAGE}.")
@click.option("--docs", type=click.Path(exists=True, path_type=Path), help="Put the tables into this document too.")
def main(
    cases: tuple[str, ...], peers: tuple[str, ...], deadline: float, commit: str | None, docs: Path | None
) -> None:
    """Compare our engine with others, on texts whose edits are known; or this checkout with an earlier commit."""
    if commit:
        _compare_with(commit)
        return
    versions = {name: peer.version() for name, peer in PEERS.items() if not peers or name in peers}
    present = [name for name, version in versions.items() if version is not None]
    machine = describe_machine()
    outcomes = []
    with Console(stderr=True).status("") as status:
        for outcome in run_all(cases or list(CASES), present, deadline):
            outcomes.append(outcome)
            status.update(f"{outcome.case}: {outcome.peer} is done")
    bench = Bench(machine, versions, outcomes)
    JSON.parent.mkdir(exist_ok=True)
    JSON.write_text(json.dumps(bench.as_json(), indent=1, ensure_ascii=False), encoding="utf-8")
    if docs:
        write_into(docs, as_markdown(remarks_of(bench), sheets_of(bench)), "bench")
    _print(sheets_of(bench), remarks_of(bench))


def _compare_with(commit: str) -> None:
    sheet = against.sheet_of(against.name_of(against.HERE, commit), against.measure_both(commit))
    remarks = [against.remark_of(against.name_of(against.HERE))]
    write_into(ENGINE_PAGE, as_markdown(remarks, [sheet]), "against")
    _print([sheet], remarks)


def _print(sheets: Sequence[Sheet], remarks: Sequence[str]) -> None:
    console = Console()
    console.width = max(console.width, MIN_WIDTH)
    for sheet in sheets:
        console.print(as_rich(sheet))
    for remark in remarks:
        console.print(remark, markup=False, highlight=False)


if __name__ == "__main__":
    main()
