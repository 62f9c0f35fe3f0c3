"""Chinese in Latin letters."""

from __future__ import annotations

import sys

from syndicate.language.pinyin import forget_tables, pinyin


def test_the_tables_are_given_back_and_loaded_again() -> None:
    assert pinyin("长城长大") == "chang cheng zhang da"
    assert "pypinyin" in sys.modules
    forget_tables()
    assert not [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]
    assert pinyin("重阳重要") == "chong yang zhong yao"
    assert "pypinyin" in sys.modules
