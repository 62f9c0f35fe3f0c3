"""Who took a picture: told from a caption only where it can be nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syndicate.content.credits import take


@pytest.mark.parametrize(
    ("caption", "rest", "credit"),
    [
        ("The quay at dusk. Photo: Nell Harrow", "The quay at dusk.", "Nell Harrow"),
        ("The quay Photo: Nell Harrow.", "The quay", "Nell Harrow"),
        ("The quay (Photo by Nell Harrow)", "The quay", "Nell Harrow"),
        ("The quay. Photograph: N. Harrow/Tidewire", "The quay.", "N. Harrow/Tidewire"),
        ("The quay | Photo credit: Étienne d'Arcy", "The quay", "Étienne d'Arcy"),
        ("The quay. Image: TWA", "The quay.", "TWA"),
        ("Credit: Nell Harrow", "", "Nell Harrow"),
        ("Photo: J. K. Marsh.", "", "J. K. Marsh"),
        ("Photo courtesy of the Harbour Museum", "", "Harbour Museum"),
        ("Photo: © Nell Harrow", "", "Nell Harrow"),
        ("Notebook 22. Drawing: The Gazette", "Notebook 22.", "The Gazette"),
        ("The mast. Illustration by Nell Harrow", "The mast.", "Nell Harrow"),
        ("How the bar moves | Graphic: Tidewire", "How the bar moves", "Tidewire"),
        ("码头 图/某某", "码头", "某某"),
        ("码头。摄影:张三", "码头。", "张三"),
        ("码头，摄影：张三", "码头", "张三"),
        ("码头。制图：陆汀兰", "码头。", "陆汀兰"),
        ("码头(图片来源:潮汐社)", "码头", "潮汐社"),
        ("码头。张三摄", "码头。", "张三"),
        ("潮汐社记者 张三 摄", "", "潮汐社记者 张三"),
        ("码头（张三供图）", "码头", "张三"),
    ],
)
def test_a_credit_at_the_end_is_taken(caption: str, rest: str, credit: str) -> None:
    assert take(caption) == (rest, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "The quay",
        "Photo: the quay",
        "Photo: The quay at dusk",
        "Image: https://tidewire.example/quay",
        "Photo: Nell Harrow. The ferry leaves.",
        "In the photo: Nell Harrow",
        "The Photo by Nell Harrow",
        "Picture 3: Nell",
        "The quay (Photo: Nell Harrow",
        "The quay. Photo: Nell Harrow)",
        "Photo: Why? Nell Harrow",
        f"Photo: {'Harrow ' * 20}",
        "Drawing: the quay",
        "Illustration: an old map of the quay",
        "A drawing by Nell Harrow",
        "图1:码头",
        "图:渡轮起航",
        "他喜欢摄影",
        "2026年拍摄",
        "图/渡轮起航。码头上",
        "照片由张三提供",
    ],
)
def test_what_may_be_a_caption_stays_one(caption: str) -> None:
    assert take(caption) == (caption, "")


@given(st.text(st.sampled_from("Photo: byN图摄影/:()（） .张三,|"), max_size=40))
def test_nothing_is_made_up(caption: str) -> None:
    rest, credit = take(caption)
    assert caption.startswith(rest)
    assert credit in caption
