"""Where the gate does not go: the refusal comes before any packet, and what listens there notices nothing."""

from collections.abc import Iterator
from ipaddress import ip_address
from socket import gethostname

import pytest

from tests.fetching.sites import OUTSIDE, Connections, Site, answer, gate, redirect, site
from webapp.errors import AddressRefused, InvalidInput
from webapp.fetching.gate import FetchGate
from webapp.fetching.model import FetchRules
from webapp.fetching.ranges import is_global, is_outside, is_own
from webapp.fetching.target import read_target
from webapp.fetching.written import is_address

PRIVATE = ["10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.255.254", "192.168.0.1", "100.64.0.1", "100.127.255.254"]
METADATA = ["169.254.169.254", "169.254.170.2", "168.63.129.16", "192.0.0.192"]
EMBEDDED = [
    "[::ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "[fec0::1]",
    "[fe80::1]",
    "[fd00::7]",
    "[64:ff9b::a9fe:a9fe]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
]
ODD = ["2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "127.0.0.1.0x0"]
WIDE = ["１２７.０.０.１", "127。0。0。1", "①②⑦.0.0.1"]


@pytest.fixture
def traps() -> Iterator[list[Site]]:
    """What listens on this machine, at one port of both of its addresses."""
    with site({"*": answer()}) as first, site({"*": answer()}, host="::1", port=first.port) as second:
        yield [first, second]


def strict(port: int, names: dict[str, list[str]] | None = None) -> FetchGate:
    """Return a gate with the rules of a server, but for one more port, that finds these names."""
    rules = FetchRules(ports=(80, 443, port), own_hosts=("stet.example",))
    return FetchGate(rules, lambda host: (names or {})[host])


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.2",
        "[::1]",
        "0.0.0.0",
        "[::]",
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "stet.example",
        gethostname(),
    ],
)
def test_row_1_this_machine_is_refused(traps: list[Site], connections: Connections, host: str) -> None:
    """BAD_INPUT 1."""
    with pytest.raises(AddressRefused, match="STET_FETCH_HOSTS"):
        strict(traps[0].port).fetch(f"http://{host}:{traps[0].port}/")
    assert connections.opened == []
    assert [trap.connections for trap in traps] == [0, 0]


@pytest.mark.parametrize("address", PRIVATE)
def test_row_2_private_ranges_are_refused_by_address_and_by_name(connections: Connections, address: str) -> None:
    """BAD_INPUT 2."""
    for host in (address, "intranet.example"):
        with pytest.raises(AddressRefused):
            strict(80, {"intranet.example": [address]}).fetch(f"https://{host}/")
    assert connections.opened == []


@pytest.mark.parametrize("address", METADATA)
def test_row_3_what_a_cloud_tells_its_machines_is_refused(connections: Connections, address: str) -> None:
    """BAD_INPUT 3."""
    for host in (address, "metadata.example"):
        with pytest.raises(AddressRefused):
            strict(80, {"metadata.example": [address]}).fetch(f"http://{host}/")
    assert connections.opened == []


@pytest.mark.parametrize("host", EMBEDDED)
def test_row_4_other_ways_to_this_machine_are_refused(traps: list[Site], connections: Connections, host: str) -> None:
    """BAD_INPUT 4."""
    port = traps[0].port
    for written in (host, "way.example"):
        with pytest.raises(AddressRefused):
            strict(port, {"way.example": [host.strip("[]")]}).fetch(f"http://{written}:{port}/")
    assert connections.opened == []


@pytest.mark.parametrize("host", [*ODD, *WIDE])
def test_row_5_odd_forms_of_an_address_are_refused(traps: list[Site], connections: Connections, host: str) -> None:
    """BAD_INPUT 5."""
    with pytest.raises(AddressRefused):
        strict(traps[0].port).fetch(f"http://{host}:{traps[0].port}/")
    assert connections.opened == []
    assert traps[0].connections == 0


@pytest.mark.parametrize(
    "written",
    [
        "http://127.0.0.1:80\\@example.com/",
        "http://user:password@news.example/",
        "http://news.example@127.0.0.1/",
        "http://news\t.example/",
        "http://news.example/\r\nHost: other.example",
        "http://news.example/a b",
        "http://news.example/\0",
        "http://news.example/\ud800",
        "http://[::1%25eth0]/",
        "http://%31%32%37.0.0.1/",
        "http://x[::1]/",
        "http://news.example:99999/",
        "http://news..example/",
        "http://℀.example/",
        "http:///story",
        "//news.example/story",
        "",
    ],
)
def test_row_6_what_can_be_read_in_two_ways_is_no_address(connections: Connections, written: str) -> None:
    """BAD_INPUT 6."""
    with pytest.raises(InvalidInput) as refused:
        strict(80).fetch(written)
    assert refused.type is InvalidInput
    assert connections.opened == []


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "source:file:///etc/passwd",
        "gopher://news.example/",
        "ftp://news.example/",
        "data:text/html,x",
        "javascript:alert(1)",
    ],
)
def test_row_7_other_schemes_are_no_addresses_of_pages(connections: Connections, written: str) -> None:
    """BAD_INPUT 7."""
    assert is_address(written)
    with pytest.raises(InvalidInput, match="begin with http:// or https://") as refused:
        strict(80).fetch(written)
    assert refused.type is InvalidInput
    assert connections.opened == []


def test_row_8_other_ports_are_refused(news: Site) -> None:
    """BAD_INPUT 8."""
    with pytest.raises(AddressRefused, match=f"Port {news.port} is not fetched: only 80 and 443 are"):
        FetchGate(FetchRules(), lambda host: [OUTSIDE]).fetch(f"http://news.example:{news.port}/")
    assert news.connections == 0


def test_row_9_one_private_answer_of_several_refuses_the_name(news: Site) -> None:
    """BAD_INPUT 9."""
    for answers in ([OUTSIDE, "10.0.0.1"], ["10.0.0.1", OUTSIDE], [OUTSIDE, "::1"]):
        with pytest.raises(AddressRefused):
            gate(news, {"two.example": answers}).fetch(f"http://two.example:{news.port}/")
    assert news.connections == 0


def test_row_9_the_connection_goes_to_the_address_that_was_checked(news: Site, connections: Connections) -> None:
    """BAD_INPUT 9: the name is looked up once, so a second, private answer is never heard."""
    answers = iter([[OUTSIDE], ["127.0.0.2"]])
    with site({"*": answer()}, host="127.0.0.2", port=news.port) as trap:
        rules = FetchRules(ports=(news.port,))
        guarded = FetchGate(rules, lambda host: next(answers), lambda address: str(address) == OUTSIDE)
        fetched = guarded.fetch(f"http://changing.example:{news.port}/story")
        assert trap.connections == 0
    assert fetched.status == 200
    assert connections.opened == [(OUTSIDE, news.port)]
    assert f"Host: changing.example:{news.port}" in news.asked[0]


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2:{port}/",
        "//127.0.0.2:{port}/",
        "http://[::1]:{port}/",
        "http://localhost:{port}/",
        "http://169.254.169.254/",
        "http://2130706433/",
        "http://inside.example:{port}/",
        "http://news.example:22/",
        "http://user@news.example:{port}/",
        "http://127.0.0.2:{port}\\@news.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://nowhere.example/",
    ],
)
def test_row_10_a_redirect_is_checked_like_an_address(location: str, connections: Connections) -> None:
    """BAD_INPUT 10."""
    pages: dict[str, bytes] = {}
    with site(pages) as served, site({"*": answer()}, host="127.0.0.2", port=served.port) as trap:
        pages["*"] = redirect(location.format(port=served.port))
        with pytest.raises(InvalidInput) as refused:
            gate(served, {"inside.example": ["127.0.0.2"]}).fetch(f"http://news.example:{served.port}/")
        assert refused.type is InvalidInput
        assert trap.connections == 0
        assert connections.opened == [(OUTSIDE, served.port)]


def test_row_10_five_redirects_are_followed_and_the_last_address_is_known() -> None:
    """BAD_INPUT 10."""
    pages = {f"/{step}": redirect(f"/{step + 1}") for step in range(5)} | {"/5": answer()}
    with site(pages) as served:
        fetched = gate(served).fetch(f"http://news.example:{served.port}/0#part")
    assert fetched.asked == f"http://news.example:{served.port}/0#part"
    assert fetched.address == f"http://news.example:{served.port}/5"


def test_row_10_six_redirects_and_a_loop_are_refused() -> None:
    """BAD_INPUT 10."""
    pages = {f"/{step}": redirect(f"/{step + 1}") for step in range(6)} | {"/6": answer(), "/loop": redirect("/loop")}
    with site(pages) as served:
        for path in ("/0", "/loop"):
            with pytest.raises(InvalidInput, match="more than 5 times"):
                gate(served).fetch(f"http://news.example:{served.port}{path}")
        assert served.connections == 12


@pytest.mark.parametrize("answers", [None, [], ["no address"]])
def test_row_11_a_name_that_is_not_found_is_never_allowed(connections: Connections, answers: list[str] | None) -> None:
    """BAD_INPUT 11."""

    def resolve(host: str) -> list[str]:
        if answers is None:
            raise OSError("no such name")
        return answers

    for rules in (FetchRules(), FetchRules(hosts=("nowhere.example",))):
        with pytest.raises(InvalidInput, match="nowhere.example is not found") as refused:
            FetchGate(rules, resolve).fetch("https://nowhere.example/")
        assert refused.type is InvalidInput
    assert connections.opened == []


def test_a_host_that_is_listed_is_fetched_wherever_it_is(news: Site) -> None:
    for listed in (f"127.0.0.1:{news.port}", f"cms.example:{news.port}"):
        guarded = FetchGate(FetchRules(hosts=(listed,)), lambda host: ["127.0.0.1"])
        assert guarded.fetch(f"http://{listed}/story").status == 200
    with pytest.raises(AddressRefused):
        FetchGate(FetchRules(hosts=("cms.example",)), lambda host: ["127.0.0.1"]).fetch(
            f"http://cms.example:{news.port}/"
        )


def test_a_server_that_fetches_nothing_asks_nobody(news: Site, connections: Connections) -> None:
    with pytest.raises(AddressRefused, match="STET_FETCH_ADDRESSES"):
        gate(news, is_on=False).fetch(f"http://news.example:{news.port}/")
    assert connections.opened == []


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])
def test_addresses_on_the_internet_are_outside(address: str) -> None:
    assert is_global(ip_address(address))


def test_an_address_of_this_machine_is_not_outside() -> None:
    assert is_own(ip_address("127.0.0.1"))
    assert not is_outside(ip_address("127.0.0.1"))


def test_a_name_in_any_script_is_sent_in_its_ascii_form() -> None:
    target = read_target("https://MÜNCHEN.example:443/straße?q=ä&r=%2F#top")
    assert target.address == "https://xn--mnchen-3ya.example/stra%C3%9Fe?q=%C3%A4&r=%2F"
