"""The JSON API in its own words: an OpenAPI 3.1 document, made from the configuration."""

from __future__ import annotations

from typing import Any, Final

from syndicate import __version__
from syndicate.config.model import Config
from syndicate.web.forms import LARGEST

_TEXT: Final = {"type": "string"}
_PROBLEM: Final = "application/problem+json"


def openapi(config: Config) -> dict[str, Any]:
    """The document. What may be chosen is named in it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Subscriptions of {config.site.title}",
            "version": __version__,
            "summary": "For sites that have a sign-up form of their own.",
            "description": "A request here is a request to subscribe, not a subscription: "
            "the address gets one mail, and is subscribed once its owner has confirmed.",
        },
        "servers": [{"url": config.site.url.rstrip("/")}],
        "paths": {"/api/subscriptions": {"post": _request(config)}},
        "components": {
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The setting [web] api_key. Keep it on your server: never give "
                    "it to a page.",
                }
            },
            "schemas": {
                "Subscription": _subscription(config),
                "Wish": _wish(config),
                "Problem": _problem(),
            },
        },
        "security": [{"key": []}],
    }


def _request(config: Config) -> dict[str, Any]:
    return {
        "operationId": "requestSubscription",
        "summary": "Ask for a subscription",
        "description": "The answer is the same whether or not the address is known, is suppressed, "
        "or has been asked for too often: so it tells nothing about anybody.",
        "requestBody": {
            "required": True,
            "description": f"At most {LARGEST} bytes.",
            "content": {"application/json": {"schema": _reference("Subscription")}},
        },
        "responses": {
            "202": {
                "description": "Taken. If the address may be written to, a mail asks its owner to "
                "confirm.",
                "content": {
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["status"],
                            "properties": {"status": {"const": "accepted"}},
                        }
                    }
                },
            },
            **{
                status: {
                    "description": description,
                    "content": {_PROBLEM: {"schema": _reference("Problem")}},
                }
                for status, description in {
                    "400": "Not JSON, or broken off.",
                    "401": "Without the key, or with a wrong one.",
                    "403": "Sent by a page of another site.",
                    "404": "No key is configured: there is no API.",
                    "408": "The body took too long to come.",
                    "413": "The body is too large.",
                    "415": "The body is not said to be application/json.",
                    "422": "Something in it can't be taken; `errors` names what.",
                }.items()
            },
            "429": {
                "description": "Too many requests, of this client or altogether.",
                "headers": {
                    "Retry-After": {
                        "description": "Seconds to wait.",
                        "schema": {"type": "integer", "minimum": 1},
                    }
                },
                "content": {_PROBLEM: {"schema": _reference("Problem")}},
            },
        },
    }


def _subscription(config: Config) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["email", "newsletters"],
        "additionalProperties": False,
        "properties": {
            "email": {"type": "string", "maxLength": 254, "examples": ["ada@port.example"]},
            "newsletters": {
                "type": "array",
                "minItems": 1,
                "maxItems": max(1, len(config.newsletters)),
                "items": _reference("Wish"),
            },
            "language": {
                "type": "string",
                "maxLength": 35,
                "description": "The language to write to the person in, as a BCP 47 tag; the "
                "first newsletter's if not given.",
                "examples": [config.site.language],
            },
            "client": {
                "type": "string",
                "maxLength": 45,
                "description": "The network address of the person who filled in your form. Limits "
                "count it; without it, they count yours.",
                "examples": ["192.0.2.7"],
            },
        },
    }


def _wish(config: Config) -> dict[str, Any]:
    cadences = {each.cadence: None for letter in config.newsletters for each in letter.schedules}
    return {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            "name": _one_of(letter.name for letter in config.newsletters),
            "cadence": {**_one_of(cadences), "description": "The newsletter's usual if not given."},
            "language": {**_TEXT, "description": "The newsletter's usual if not given."},
            "sections": {
                "type": ["array", "null"],
                "minItems": 1,
                "maxItems": 400,
                "items": {**_TEXT, "maxLength": 200},
                "description": "Slugs of sections, each with all below it; null for all.",
            },
        },
    }


def _problem() -> dict[str, Any]:
    """Problem details (RFC 9457)."""
    return {
        "type": "object",
        "required": ["title", "status"],
        "properties": {
            "title": _TEXT,
            "status": {"type": "integer"},
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "message"],
                    "properties": {"field": _TEXT, "message": _TEXT},
                },
            },
        },
    }


def _one_of(names: Any) -> dict[str, Any]:
    found = list(names)
    return {"type": "string", "enum": found} if found else dict(_TEXT)


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
