"""What Prometheus is told: the census of the store, in its own words.

Names end in their unit, times are seconds since 1970, and everything is a
gauge: a restart loses nothing, since nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from syndicate import __version__
from syndicate.store.census import Census


def exposition(census: Census, *, now: datetime, accept: str) -> tuple[bytes, str]:
    """The text, and its media type as ``accept`` has it."""
    registry = CollectorRegistry()
    registry.register(_Collector(census, now))
    encode, media_type = choose_encoder(accept)
    return encode(registry), media_type


class _Collector(Collector):
    def __init__(self, census: Census, now: datetime) -> None:
        self._census, self._now = census, now

    def collect(self) -> Iterable[Metric]:
        found = self._census
        yield _by("syndicate_info", "The version.", ("version",), {(__version__,): 1})
        yield _one("syndicate_feeds", "Feeds published, each format by itself.", found.feeds)
        yield _one("syndicate_documents", "Published files, feeds among them.", found.documents)
        yield _by(
            "syndicate_editions",
            "Editions by newsletter, and by how far their delivery is.",
            ("newsletter", "state"),
            found.editions,
        )
        yield _by(
            "syndicate_deliveries",
            "Mails of mailings under way, or ended within a week.",
            ("newsletter", "state"),
            found.deliveries,
        )
        yield _one(
            "syndicate_delivery_queue_age_seconds",
            "How long the mail has been due that has been due longest.",
            _age(found.waiting, self._now),
        )
        yield _by(
            "syndicate_letters",
            "Letters to single people.",
            ("state",),
            _single({"queued": 0, **found.letters}),
        )
        yield _one(
            "syndicate_letter_queue_age_seconds",
            "How long the letter has been due that has been due longest.",
            _age(found.letter_waiting, self._now),
        )
        yield _by(
            "syndicate_job_last_success_timestamp_seconds",
            "When a job last did its work.",
            ("job",),
            _single({job: moment.timestamp() for job, moment in found.done.items()}),
        )
        yield _one("syndicate_domains_held", "Domains held for our own fault.", found.held)
        yield _one("syndicate_domains_resting", "Domains that want a rest.", found.resting)
        yield _by(
            "syndicate_subscriptions",
            "Subscriptions.",
            ("newsletter", "state"),
            found.subscriptions,
        )
        yield _by(
            "syndicate_suppressions",
            "Addresses that must not be mailed.",
            ("reason",),
            _single(found.suppressions),
        )
        yield _by(
            "syndicate_bounces",
            "Reports of bounces and complaints, ever.",
            ("kind",),
            _single(found.bounces),
        )


def _one(name: str, what: str, value: float) -> Metric:
    return GaugeMetricFamily(name, what, value=value)


def _by(name: str, what: str, labels: tuple[str, ...], values: Mapping[Any, float]) -> Metric:
    """``values`` by tuples of what the labels are."""
    family = GaugeMetricFamily(name, what, labels=labels)
    for key, value in sorted(values.items()):
        family.add_metric(key, value)
    return family


def _single(values: Mapping[str, float]) -> dict[tuple[str, ...], float]:
    return {(key,): value for key, value in values.items()}


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since is not None else 0.0
