"""Every page of Stet, in each state in which its markup differs."""

WIRE_AND_BACK = "/compare?old=1&new=2"
WIRE_AND_REWRITE = "/compare?old=1&new=4"
VIEWS = ["inline", "side", "changes", "clean-old", "clean-new"]
LENSES = ["all", "meaning", "quotations", "facts", "translation"]


def addresses(link: str) -> list[str]:
    """Return the address of every page; `link` is that of a frozen comparison."""
    return [
        *(
            "/",
            "/?old=1&new=2",
            "/articles",
            "/articles?q=nothing-of-the-kind",
            "/articles/1",
            "/articles/1/edit",
            "/articles?collection=un-xinjiang-report-2022",
            "/collections/un-xinjiang-report-2022/edit",
            "/articles/1/delete",
            "/articles/files",
            "/watches",
            "/nowhere",
            "/api/v1/",
        ),
        *(f"{pair}&view={view}&mend=2" for pair in (WIRE_AND_BACK, WIRE_AND_REWRITE) for view in VIEWS),
        *(f"{WIRE_AND_BACK}&lens={lens}&apart=0-0" for lens in LENSES),
        *(f"{WIRE_AND_REWRITE}&view={view}&show=dropped,quote&mend=5" for view in ("inline", "side")),
        *("/compare", "/compare?old=1&new=1", "/comparisons/new?old=1&new=2"),
        *(f"{link}?view={view}" for view in VIEWS),
        *(
            f"{link}{rest}"
            for rest in (
                "?change=c2",
                "/embed",
                "/embed?change=c2&theme=dark",
                "/embed?theme=light",
                "/verify",
                "/delete",
            )
        ),
    ]
