"""Every provider there is, by the name in its webhook's address and in [mail.webhooks]."""

from __future__ import annotations

from typing import Final

from syndicate.mail.bounces.providers import mailgun, postmark, sendgrid, ses
from syndicate.mail.bounces.providers.call import Provider

PROVIDERS: Final = {
    "mailgun": Provider("Mailgun", mailgun.is_configured, mailgun.hear),
    "postmark": Provider("Postmark", postmark.is_configured, postmark.hear),
    "sendgrid": Provider("SendGrid", sendgrid.is_configured, sendgrid.hear),
    "ses": Provider("Amazon SES", ses.is_configured, ses.hear),
}
