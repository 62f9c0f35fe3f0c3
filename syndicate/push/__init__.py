"""Push: telling hubs that a feed has changed, so that readers need not ask (WebSub).

A *hub* passes changes on to those who subscribed with it; a *topic* is one
feed in one format, named by its public address; a *ping* tells one hub of one
topic. ``request`` says what is sent, ``verdict`` what a reply means and when
to try again, ``turn`` who is next at a hub. All of it is pure: the pings lie
in the store (``syndicate.store.pings``), and jobs do the network.

Where our own hub will live
---------------------------

Beside this, not inside it. To the feeds it is one more address in ``hubs``.
What differs is what follows a change: for another's hub a ping, for our own a
delivery to each subscriber. Both begin in the transaction that records the
changed documents, so neither can be lost, and both wait, retry and give up by
the same ``verdict``. It will need:

* here, a module for subscriptions (what a request asks, the verification of
  intent, leases) and one for the signature of what is delivered;
* in the store, tables of subscriptions and of deliveries beside ``pings``;
* in jobs, one that delivers, under a lease of its own. Callbacks are named by
  strangers, hubs by the operator: so its door refuses every inner address,
  where the door for pings allows those that the configuration names;
* in web, the address that takes subscriptions.
"""
