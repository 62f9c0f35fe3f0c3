"""The language that a text's script tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.content.language import detect


@pytest.mark.parametrize(
    ("text", "configured", "expected"),
    [
        ("The ferry runs again.", "en", "en"),
        ("La chaloupe revient à l’île.", "fr", "fr"),
        ("The ferry runs again.", "zh", "en"),
        ("The ferry runs again.", "zh-Hant-TW", "en"),
        ("渡轮这个月恢复了运行。", "en", "zh"),
        ("渡轮这个月恢复了运行。", "zh-CN", "zh-CN"),
        ("渡輪這個月恢復了運行,時間沒有變,還會經過東門。", "en", "zh-Hant"),
        ("渡輪這個月恢復了運行,時間沒有變,還會經過東門。", "zh-TW", "zh-TW"),
        ("渡轮这个月恢复了运行,时间没有变,还会经过东门。", "zh-TW", "zh"),
        ("渡り船は今月からまた運航します。", "zh", "ja"),
        ("연락선이 다시 다닙니다.", "en", "ko"),
        ("Паром снова ходит.", "en", "ru"),
        ("Пором знову ходить.", "uk", "uk"),
        ("عادت العبّارة إلى العمل.", "en", "ar"),
        ("قایق دوباره راه افتاد.", "fa", "fa"),
        ("Το πλοίο ξαναρχίζει.", "en", "el"),
        ("המעבורת חזרה.", "en", "he"),
        ("The word 渡轮 means ferry, and 码头 means quay.", "en", "en"),
        ("渡轮公司(Gull Ferry Co)这个月恢复了运行。", "en", "zh"),
        ("", "de", "de"),
        ("2026 — 42", "zh", "zh"),
        ("👩‍🌾🎉", "en", "en"),
    ],
)
def test_languages(text: str, configured: str, expected: str) -> None:
    assert detect(text, configured) == expected


@given(st.text(), st.sampled_from(["en", "zh-CN", "ru"]))
def test_there_is_always_a_language(text: str, configured: str) -> None:
    assert detect(text, configured)
