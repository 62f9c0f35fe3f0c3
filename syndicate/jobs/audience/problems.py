"""What is wrong with what somebody sent, field by field, so that a form can say it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from syndicate.model.errors import SubscriberError


@dataclass(frozen=True, slots=True)
class Problem:
    """``field`` is ``address``, ``newsletters``, ``stamp``, ``name``, ``language``, ``timezone``
    or, of one newsletter, ``NAME.sections``, ``NAME.cadence``, ``NAME.language``, ``NAME.hour``.
    """

    field: str
    cause: str
    way_out: str


class InvalidError(SubscriberError):
    """What was sent can't be taken; nothing was written. ``problems`` has at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.field, first.cause, first.way_out)

    def __reduce__(self) -> tuple[type[InvalidError], tuple[Sequence[Problem]]]:
        return (type(self), (self.problems,))
