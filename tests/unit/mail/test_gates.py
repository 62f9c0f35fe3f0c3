"""Gates: a good mail passes each, and each finds what it is there for."""

import re
from dataclasses import replace
from functools import cache
from html import escape

import pytest

from syndicate.mail.address import Mailbox
from syndicate.mail.composer import Content
from syndicate.mail.gates import Context, gates
from syndicate.mail.gates.marks import marks, marks_in_html
from tests.support import editions
from tests.unit.mail.keys import signer
from tests.unit.mail.mailing import CONTEXT, LETTERHEAD, MARKS, composer, content, reader

OUTBOX = replace(CONTEXT, leaves=False)


@cache
def rendered(language="english"):
    return content(getattr(editions, language)())(False)


def mail(change_html=str, change_text=str, *, signers=None, letterhead=None, subject=None):
    """The English digest with something changed in its parts."""
    good = rendered()
    bad = Content(
        good.subject if subject is None else subject,
        change_html(good.html),
        change_text(good.text),
        MARKS,
    )
    made = composer(
        signers=[signer()] if signers is None else signers,
        letterhead=letterhead,
        made=lambda named: bad,
    )
    return made.compose(reader()).data


def found(data, context=CONTEXT):
    return [finding.gate for finding in gates(data, context)]


def sub(pattern, by):
    """A change that must change something."""

    def change(text):
        changed, number = re.subn(pattern, lambda _: by, text)
        assert number
        return changed

    return change


def in_body(text):
    return sub(r"(?=</body>)", text)


def header(data, pattern, by):
    """The wire's bytes with something else in the header."""
    changed, number = re.subn(pattern, lambda _: by, data, flags=re.DOTALL)
    assert number
    return changed


@pytest.mark.parametrize("language", ["english", "chinese", "bare"])
def test_a_digest_passes_every_gate(language):
    made = composer(language, [signer(), signer("ed25519")])
    assert gates(made.compose(reader()).data, CONTEXT) == ()


@pytest.mark.parametrize(
    ("gate", "change"),
    [
        ("size", in_body("<p>" + "word " * 20_000 + "</p>")),
        ("style-size", sub(r"(?=</style>)", "p{margin:0}" * 1_600)),
        ("html", lambda html: ""),
        ("links", in_body('<a href="/about">x</a>')),
        ("links", in_body('<a href="about.html">x</a>')),
        ("links", in_body('<a href="//www.example.org/">x</a>')),
        ("links", in_body('<a href="#top">x</a>')),
        ("links", in_body('<a href="">x</a>')),
        ("links", in_body('<a href="javascript:alert(1)">x</a>')),
        ("links", in_body('<a href="ftp://files.example.org/">x</a>')),
        ("links", in_body('<a href="mailto:">x</a>')),
        ("links", in_body('<a href="mailto:the editors">x</a>')),
        ("links", in_body('<a href="https://">x</a>')),
        ("links", in_body('<a href="https://localhost/x">x</a>')),
        ("links", in_body('<a href="https://[::1/x">x</a>')),
        ("links", in_body('<a href="https://www.example.org:99999/x">x</a>')),
        ("links", in_body('<a href="https://www.example.org/a b">x</a>')),
        ("links", in_body('<img src="x.png" alt="" width="1" height="1">')),
        ("images", in_body('<img src="https://www.example.org/x.png" width="1" height="1">')),
        ("images", in_body('<img src="https://www.example.org/x.png" alt="" width="100%">')),
        ("images", in_body('<img src="https://www.example.org/x.png" alt="" width="1">')),
        ("placeholders", in_body("<p>{{ digest.title }}</p>")),
        ("placeholders", in_body("<p>{% if x %}</p>")),
        ("placeholders", in_body("<p>%(count)s stories</p>")),
        ("placeholders", in_body("<!--block 7-->")),
        ("placeholders", in_body("<p>@@section-0123456789abcdef@@</p>")),
        ("controls", in_body("<p>a\x85b</p>")),
        ("unsubscribe", sub(rf'<a[^>]*href="{MARKS["unsubscribe"]}".*?</a>', "")),
        ("postal-address", sub(editions.POSTAL_ADDRESS, "")),
    ],
)
def test_what_is_wrong_in_the_html_part_is_found(gate, change):
    assert gate in found(mail(change))


@pytest.mark.parametrize(
    ("gate", "change"),
    [
        ("text", lambda text: " \n"),
        ("links", sub(r"https://www.example.org/101/1.aspx", "ftp://www.example.org/1")),
        ("placeholders", sub(r"stories", "{{ count }} stories")),
        ("controls", sub(r"stories", "stories\x9c")),
        ("unsubscribe", sub(MARKS["unsubscribe"], "")),
        ("postal-address", sub(editions.POSTAL_ADDRESS, "")),
    ],
)
def test_what_is_wrong_in_the_text_part_is_found(gate, change):
    assert gate in found(mail(change_text=change))


@pytest.mark.parametrize(
    ("gate", "pattern", "by"),
    [
        ("headers", rb"^", b"From: other@news.example.org\r\n"),
        ("headers", rb"^", b"List-Unsubscribe: <https://news.example.org/unsubscribe/x>\r\n"),
        ("headers", rb"^", b"Subject: once more\r\n"),
        ("headers", rb"^", b"Received: " + b"x" * 1000 + b"\r\n"),
        ("headers", rb"^", b"X-Note: caf\xc3\xa9\r\n"),
        ("headers", rb"Message-ID: [^\r]*\r\n", b""),
        ("headers", rb"Date: [^\r]*\r\n", b""),
        ("headers", rb"(?<=Feedback-ID: )[^\r]*", b"=?utf-8?q?W04:weekly?="),
        ("headers", rb"(?<=List-Unsubscribe: )[^\r]*", b"=?utf-8?q?=3Chttps://x?="),
        ("headers", rb"(?<=To: )[^\r]*", b"Mira <=?utf-8?q?mira?=@harbour.example>"),
        ("headers", rb"(?<=Subject: )[^\r]*", b"=?utf-8?q?" + b"x" * 70 + b"?="),
        ("headers", rb"(?<=Subject: )[^\r]*", b"a long beginning =?utf-8?q?" + b"x" * 50 + b"?="),
        ("headers", rb"(?<=Subject: )[^\r]*", b"Hello\r\n \r\n there"),
        ("one-click", rb"(?<=List-Unsubscribe: )[^\r]*", b"<mailto:leave@news.example.org>"),
        ("one-click", rb"(?<=List-Unsubscribe: )[^\r]*", b"<https://news.example.org/>"),
        ("one-click", rb"(?<=List-Unsubscribe: )[^\r]*", b"<https://news.example.org/unsubscribe/>"),
        (
            "one-click",
            rb"(?<=List-Unsubscribe: )(?=[^\r]*)",
            b"<https://news.example.org/unsubscribe/y>, ",
        ),
        ("one-click", rb"List-Unsubscribe-Post: [^\r]*\r\n", b""),
        ("one-click", rb"(?<=List-Unsubscribe-Post: )[^\r]*", b"One-Click"),
        ("signature", rb":\s*list-unsubscribe-post(?=;)", b""),
        ("signature", rb"DKIM-Signature: .*?(?=\r\nFrom:)", b"X-Nothing: here"),
        ("signature", rb"list-unsubscribe-post", b"x-nothing"),
        ("alignment", rb"(?<=d=)example.org", b"relay.example"),
        ("alignment", rb"(?<=d=)example.org", b"org"),
        ("alignment", rb"(?<=d=)example.org", b"ample.org"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_header_is_found(gate, pattern, by):
    assert gate in found(header(mail(), pattern, by))


@pytest.mark.parametrize(
    "name", ["The Week 🗞️", "The Week ☀", "news@elsewhere.example", "Quiet week"]
)
def test_a_senders_name_that_looks_like_a_frauds_is_found(name):
    letterhead = replace(LETTERHEAD, sender=Mailbox(name, "digest@news.example.org"))
    assert "sender" in found(mail(letterhead=letterhead, subject="Quiet week"))


def test_a_senders_name_that_is_the_subject_is_found_in_any_language():
    letterhead = replace(LETTERHEAD, sender=Mailbox("盐港周报", "digest@news.example.org"))
    assert "sender" in found(mail(letterhead=letterhead, subject="盐港周报"))


@pytest.mark.parametrize("name", ["盐港周报", "Café & Co®", "The “Week”"])
def test_letters_of_any_language_make_a_fine_name(name):
    letterhead = replace(LETTERHEAD, sender=Mailbox(name, "digest@news.example.org"))
    assert found(mail(letterhead=letterhead)) == []


def test_a_site_without_a_postal_address_is_told_so():
    assert "postal-address" in found(mail(), replace(CONTEXT, postal_address=""))


def test_a_site_without_https_has_no_one_click():
    data = mail().replace(b"https://news.example.org/", b"http://news.example.org/")
    assert "one-click" in found(
        data, replace(CONTEXT, unsubscribe="http://news.example.org/unsubscribe/")
    )


def test_what_only_goes_into_an_outbox_need_not_be_signed_nor_public():
    data = mail(signers=[]).replace(b"https://news.example.org/", b"http://localhost:8000/")
    context = Context("http://localhost:8000/unsubscribe/", "", leaves=False)
    assert found(data, context) == []


def test_unsigned_mail_that_leaves_is_found():
    assert found(mail(signers=[])) == ["signature"]
    assert found(mail(signers=[]), OUTBOX) == []


def test_an_address_inside_a_sentence_is_the_sentences_own():
    assert found(mail(change_text=sub("A quiet week", "It said ftp:// and that was all"))) == []


@pytest.mark.parametrize(
    "mark",
    [
        "{{ contact.FIRSTNAME }}",
        "{{ first_name|default:'you' }}",
        "{{ .Subscriber.Name }}",
        "{{ subscriber.first_name }}\n",
        "{% if contact %}",
        "{# a note #}",
        "https://www.example.org/?e=%7B%7Bemail%7D%7D",
        "https://www.example.org/?e=%7b%7bemail%7d%7d",
        "https://www.example.org/?e=*%7CEMAIL%7C*",
        "%(real_name)s",
        "${list_name}",
        "*|FNAME|*",
        "*|IF:FNAME|*",
        "*|LIST:COMPANY|*",
        "%%FirstName%%",
        "%%=v(@name)=%%",
        "%%[ SET @a = 1 ]%%".replace("[ S", "[S"),
        "%%{first_name}%%",
        "[[FIRSTNAME]]",
        "[[firstname]]",
        "[[var:firstname]]",
        '[[data:firstname:"you"]]',
        "[[UNSUB_LINK_EN]]",
        "%recipient.first_name%",
        "%recipient_email%",
        "%unsubscribe_url%",
        "%mailing_list_unsubscribe_url%",
        "<%asm_group_unsubscribe_raw_url%>",
        "[%first_name%]",
        "{!firstname_fix}",
        "{!Contact.FirstName}",
        "{$name}",
        "$[FNAME|friend]$",
        "[subscriber:firstname | default:reader]",
        "[link:subscription_unsubscribe_url]",
        "{FNAME}",
        "%LNAME%",
        "{first_name}",
        '{first_name, "there"}',
        "{FIRSTNAME}",
        "{name}",
        "{email}",
        "%FIRSTNAME%",
        "%UNSUBSCRIBELINK%",
        "[firstname,fallback=there]",
        "[Name,fallback=]",
        "[FIRSTNAME]",
        "[UNSUBSCRIBEURL]",
        "[unsubscribe]",
    ],
)
def test_marks_of_other_mailing_systems_are_found(mark):
    said = f"Dear {mark.strip()}, good morning."
    assert [*marks(said)] != []
    assert "placeholders" in found(mail(in_body(f"<p>{escape(said)}</p>")))
    assert "placeholders" in found(mail(change_text=sub("A quiet week", said)))


@pytest.mark.parametrize("subject", ["News for {{ name }}", "给 *|FNAME|* 的新闻：盐港的渡轮"])
def test_a_mark_in_the_subject_is_found_however_it_is_encoded(subject):
    assert "placeholders" in found(mail(subject=subject))


def test_a_mark_that_a_line_break_cuts_is_found_and_named_once():
    broken = sub("A quiet week", "Hello {{\nname }}, a quiet week")
    (finding,) = gates(mail(in_body("<p>Hello {{ name }}</p>"), broken), CONTEXT)
    assert finding.cause == "'{{ name }}' stands in it"


@pytest.mark.parametrize(
    "prose",
    [
        "“[Name withheld], he said, [is] no friend of [email protected].”",
        "Between 40% and 60% of %PATH% and %TEMP% were set; 100%% sure, 50%%.",
        "Take x[[1]] and df[['a']] from the list, or [[ -f file ]] in a shell.",
        "The set {a, b} and the block { color: red } cost $5 {in all}.",
        "A rating of * | * and a|b|c, **bold** or *|*, was [given] (here).",
        "Write to name@example.org <%>; say 5 <% of> or {!} and #1.",
        "[link: the minutes], [subscriber: 12], $[1] for {$5}, [name] and *%7C*.",
        "f(x) = {x : x > 0}, @@ -1,2 +3,4 @@, {…}, [[…]], {{",
        "https://www.example.org/a%20b%2Fc?x=%7Babc%7D&y[]=1",
    ],
)
def test_prose_with_signs_and_brackets_is_no_mark(prose):
    assert [*marks(prose)] == []
    assert [*marks_in_html(f"<p>{escape(prose)}</p>")] == []


def test_a_finding_says_what_is_wrong_and_what_to_do():
    (finding,) = gates(mail(in_body('<a href="/about">x</a>')), CONTEXT)
    assert str(finding) == (
        "links: '/about' is relative, and a mail lies nowhere; "
        "mend the article or the template that it comes from"
    )


@pytest.mark.parametrize(
    "address",
    ["mailto:ed@news.example.org", "mailto:ed@x.example?subject=Hi%20there", "tel:+49-30-1"],
)
def test_a_template_may_say_how_to_write_or_call(address):
    assert found(mail(in_body(f'<a href="{address}">x</a>'))) == []


def test_each_bad_link_is_named_once():
    twice = in_body('<a href="/about">x</a><a href="/about">y</a>')
    assert found(mail(twice)) == ["links"]
