"""The tokens keep the contrasts that look.md promises, in both schemes."""

import pytest

from syndicate.look import LOOK, contrast


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_contrast_does_not_depend_on_the_order():
    assert contrast("#777777", "#FFFFFF") == contrast("#FFFFFF", "#777777")
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
def test_text_is_readable(scheme, ground, text):
    colours = getattr(LOOK, scheme)
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("scheme", [LOOK.light, LOOK.dark])
def test_paper_is_never_pure_black_or_white(scheme):
    assert scheme.paper not in {"#FFFFFF", "#000000"}
