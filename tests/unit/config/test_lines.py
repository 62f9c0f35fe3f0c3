import tomllib

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from syndicate.config.lines import key_lines

SAMPLE = '''\
top = 1
[site] # a comment with [brackets]
title = "a [not] a table"
"quoted key" = 1
site.dotted = 2
text = """
key = "inside a string"
[inside]
\\""" still inside
"""
after = true
[[sources]]
name = "a"
list = [
  "x",   # ]
  "y = 1",
]
last = 1
[[sources]]
name = 'b'
[sources.more]
deep = 1
'''


def test_every_key_is_found_on_its_line():
    assert key_lines(SAMPLE) == {
        ("top",): 1,
        ("site",): 2,
        ("site", "title"): 3,
        ("site", "quoted key"): 4,
        ("site", "site", "dotted"): 5,
        ("site", "text"): 6,
        ("site", "after"): 11,
        ("sources", 0): 12,
        ("sources", 0, "name"): 13,
        ("sources", 0, "list"): 14,
        ("sources", 0, "last"): 18,
        ("sources", 1): 19,
        ("sources", 1, "name"): 20,
        ("sources", 1, "more"): 21,
        ("sources", 1, "more", "deep"): 22,
    }


def test_the_sample_is_what_toml_says_it_is():
    assert "key" not in tomllib.loads(SAMPLE)["site"]


def test_windows_line_endings_change_nothing():
    assert key_lines(SAMPLE.replace("\n", "\r\n")) == key_lines(SAMPLE)


values = st.one_of(st.booleans(), st.integers(), st.text(), st.lists(st.text(), max_size=3))
table = st.dictionaries(st.text(max_size=5), values, max_size=5)


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.one_of(table, st.lists(table))))
def test_no_key_of_any_file_is_missed_or_misplaced(data):
    data = {key: value for key, value in data.items() if value}
    text = tomlkit.dumps(data)
    lines = text.split("\n")
    found = key_lines(text)
    for name, content in data.items():
        entries = enumerate(content) if isinstance(content, list) else [(None, content)]
        for place, entry in entries:
            for key in entry:
                path = (name, key) if place is None else (name, place, key)
                assert lines[found[path] - 1].lstrip().startswith(tomlkit.key(key).as_string())
