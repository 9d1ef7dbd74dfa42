"""The cache keeps what was used last, within its bytes."""

from webapp.lru import LruCache


def cached(cache: LruCache[str], names: str) -> str:
    return "".join(name for name in names if cache.get(name))


def test_what_was_used_least_recently_goes_first() -> None:
    cache = LruCache[str](20)
    for name in "abc":
        cache.put(name, name, 10)
        cache.get("a")
    assert cached(cache, "abc") == "ac"


def test_a_value_that_is_put_again_counts_once() -> None:
    cache = LruCache[str](20)
    for name in "abbb":
        cache.put(name, name, 10)
    assert cached(cache, "ab") == "ab"


def test_a_value_larger_than_the_cache_drives_nothing_out() -> None:
    cache = LruCache[str](20)
    cache.put("a", "a", 20)
    cache.put("b", "b", 21)
    assert cached(cache, "ab") == "a"
