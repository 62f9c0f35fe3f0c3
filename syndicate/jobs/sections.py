"""The section tree as the public sees it: the configuration's names over the store's."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from syndicate.config.model import Config, SectionOverride
from syndicate.feeds import slugs
from syndicate.model.section import Section, SectionTree
from syndicate.store import sections


def public_tree(connection: Connection, config: Config) -> SectionTree:
    """Every section with its public name, slug and description.

    Slugs that are not frozen yet are those that the next publish will freeze.
    """
    stored = sections.tree(connection)
    overrides = {
        section.id: override
        for section in stored
        if (override := _override(config, section)) is not None
    }
    named = SectionTree(
        replace(
            section,
            name=overrides[section.id].name or section.name,
            description=overrides[section.id].description,
        )
        if section.id in overrides
        else section
        for section in stored
    )
    chosen = slugs.assign(
        named,
        {section.id: section.slug for section in named if section.slug},
        {section_id: override.slug for section_id, override in overrides.items() if override.slug},
    )
    return SectionTree(replace(section, slug=chosen[section.id]) for section in named)


def hidden(tree: SectionTree, config: Config) -> set[int]:
    """The ids of the sections that the configuration hides, and of all below them."""
    return {
        below
        for section in tree
        if (override := _override(config, section)) is not None and override.hidden
        for below in tree.subtree(section.id)
    }


def _override(config: Config, section: Section) -> SectionOverride | None:
    return next(
        (
            override
            for override in config.sections
            if override.key == section.key and override.source in ("", section.source)
        ),
        None,
    )
