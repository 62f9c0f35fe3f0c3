"""Marks that somebody should have filled in: ours, and those of other mailing systems.

Whoever moves here brings templates and introductions along. A mark is listed where no
prose has it: with brackets doubled or paired with a sign, or with the name of a field
that mails are filled with. What prose does have is left alone: ``[name withheld]``,
``%PATH%``, ``{a, b}``, ``x[[1]]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

#: What people are called in merge fields. Not ``name`` alone in square brackets or percent
#: signs: an article may quote so.
_FIELD: Final = (
    r"(?:first|last|full|user|sur|nick|[fl])[ _-]?name|(?:e-?mail|email)[ _-]?(?:address|addr)"
    r"|unsubscribe[ _-]?(?:url|link)?|unsub[ _-]?(?:url|link)|preferences[ _-]?(?:url|link)"
    r"|subscriber[ _-]?(?:id|key)|list[ _-]?(?:name|address)"
)
#: Each with who writes so.
MARKS: Final = (
    # Our own: places of the splice, blocks of the inliner.
    r"@@[a-z]+-[0-9a-f]{8,}@@|<!--block \d+-->",
    # Jinja2, Django, Liquid, Handlebars (Brevo, HubSpot, Klaviyo, listmonk, MailerLite).
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\{#.{0,200}?#\}",
    # The same, where a link has been put together from it.
    r"(?i:%7B%7B.{0,200}?%7D%7D)|(?i:\*%7C[A-Z][\w:]{0,80}%7C\*)",
    # Python's and Mailman 2's; Mailman 3, shells and JavaScript; MailerLite of old; Zoho.
    r"%\([a-z_]+\)[sd]|\$\{[A-Za-z_][\w.]{0,60}\}|\{\$[A-Za-z_]\w{0,60}\}"
    r"|\$\[[A-Z][^\[\]\n]{0,80}\]\$",
    # Mailchimp.
    r"\*\|[A-Z][^|\n]{0,80}\|\*",
    # Salesforce (AMPscript), Ghost.
    r"%%(?:=|\[)?\{?[A-Za-z_][^%\n]{0,80}%%",
    # Mailjet, GetResponse, Constant Contact.
    r"\[\[[A-Za-z_][\w.-]*(?::[^\[\]\n]{0,80})?\]\]",
    # Mailgun.
    r"%(?:recipient[._]\w+|(?:tag_|mailing_list_)?unsubscribe_(?:url|email))%",
    # SendGrid and ERB; AWeber, Salesforce of old; MailPoet.
    r"<%.{0,200}?%>|\[%[A-Za-z_]\w*%\]|\{![A-Za-z_][\w .]{0,60}\}"
    r"|\[(?:subscriber|newsletter|link):[a-z_]+(?: ?\|[^\]\n]{0,80})?\]",
    # Ghost, Brevo of old, ActiveCampaign, Campaign Monitor, Sendy, phpList: a field's name alone.
    rf"(?i:\{{(?:{_FIELD}|name|email)(?:, ?\"[^\"\n]*\")?\}}|%(?:{_FIELD})%"
    rf"|\[(?:{_FIELD})\]|\[(?:{_FIELD}|name|email), ?fallback=[^\]\n]*\])",
)
_ANY: Final = re.compile("|".join(MARKS), re.DOTALL)
# Style rules have braces inside braces.
_STYLE: Final = re.compile(r"<style.*?</style>", re.DOTALL | re.IGNORECASE)


def marks(text: str) -> Iterator[str]:
    """The marks that stand in plain text, each as it stands there."""
    return (match[0] for match in _ANY.finditer(text))


def marks_in_html(html: str) -> Iterator[str]:
    """The marks that stand in HTML, written with entities or not."""
    return marks(unescape(_STYLE.sub("", html)))
