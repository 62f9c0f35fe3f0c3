"""The audience's use cases: what people, programs and operators may do with subscriptions.

Who comes from outside brings nothing but plain data: an address, a choice, a
token, the text of a client's network address. Each use case writes all that
follows from it in one transaction, its line in the history included.

* ``signup``: ask for newsletters, or for the link to one's preferences
* ``confirm``: look at what a confirmation would begin, and begin it
* ``preferences``: see and change what one gets
* ``leaving``: leave one newsletter or all, by a link's button or RFC 8058
* ``rights``: all that is held on somebody, and its erasure
* ``operator``: add, show, suppress, unsuppress; what a person at the command line may do
* ``tidying``: forget sign-ups that nobody confirmed, and counts that count no more

Underneath: ``gate`` (limits and the form's stamp), ``wishes`` (a choice held
against what is offered), ``standing`` (somebody with all they have), ``post``
(letters), ``barring`` (what bars an address, and what lifts that), ``problems``
(what is wrong with a form, by field). ``importing`` brings in a file
(``intake`` takes its batches, ``seen`` knows its addresses, ``remarks`` says what came of
it), ``exporting`` gives out everything.
"""
