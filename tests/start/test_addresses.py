"""An incomplete address in a setting stops the start with a message that says what was expected."""

import pytest

from webapp.errors import BadSetting
from webapp.settings import load_settings

NO_SERVER = [
    "stet.example", "stet.example:8000", "//stet.example", "https://", "https:/stet.example", "https:stet.example",
    "https://:8000", "https://stet.example:", "https://stet.example:0", "https://stet.example:65536",
    "https://stet.example:port", "https://stet..example", "https://.example", "https://stet.example.:",
    "https://a b.example", "https://stet.example\n", "https://stét.example", "https://stet。example",
    "https://reader:secret@stet.example", "https://stet.example;", "https://stet.example'", "https://*.example",
    "https://[::1", "https://[:::]", "https://[stet]", f"https://{'a' * 64}.example", f"https://{'a.' * 130}example",
    "javascript://stet.example", "javascript:alert(1)", "ftp://stet.example", "data:text/html,x", "file:///srv",
]  # fmt: skip


@pytest.mark.parametrize(
    "written", [*NO_SERVER, "https://stet.example?a=b", "https://stet.example/#c", "https://s/a b"]
)
def test_a_public_url_is_a_whole_address(written: str) -> None:
    with pytest.raises(BadSetting, match="STET_PUBLIC_URL cannot be used.*such as https://stet.example") as refusal:
        load_settings(public_url=written)
    assert "\n" not in refusal.value.message


@pytest.mark.parametrize("written", [w for w in NO_SERVER if " " not in w and "\n" not in w] + ["https://s/", "'self'"])
def test_a_frame_ancestor_is_an_origin(written: str) -> None:
    """Anything else would reach a header unchanged, or make every response fail."""
    with pytest.raises(BadSetting, match="STET_FRAME_ANCESTORS cannot be used.*such as https://intranet.example:8443"):
        load_settings(frame_ancestors=f"https://good.example {written}")


def test_a_name_with_non_ascii_letters_is_refused_with_the_form_to_use() -> None:
    for setting in ("public_url", "frame_ancestors"):
        with pytest.raises(BadSetting, match="xn--"):
            load_settings(**{setting: "https://stét.example"})


@pytest.mark.parametrize(
    "written",
    ["https://stet.example", "http://127.0.0.1:8000", "http://[::1]:8000", "HTTPS://Stet.Example", "http://localhost"],
)
def test_a_complete_address_is_kept_unchanged(written: str) -> None:
    settings = load_settings(public_url=written, frame_ancestors=written)
    assert (settings.public_url, settings.frame_ancestors) == (written, (written,))


@pytest.mark.parametrize("path", ["/", "/stet", "/stet/", "/a/b_c.d~e-1"])
def test_a_public_url_may_have_a_path(path: str) -> None:
    assert load_settings(public_url=f"https://stet.example{path}").public_url.endswith(path)


@pytest.mark.parametrize("host", ["a b", "é", "a..b", "a" * 64, "localhost:8000", "[::1]", "http://localhost", "-\n"])
def test_what_is_no_host_cannot_be_listened_on(host: str) -> None:
    with pytest.raises(BadSetting, match="STET_HOST cannot be used"):
        load_settings(host=host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "::1", "fe80::1%eth0", "localhost", "stet.example"])
def test_a_host_can_be_listened_on(host: str) -> None:
    assert load_settings(host=host).host == host
