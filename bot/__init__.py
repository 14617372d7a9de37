"""How Passerelle reaches people: the only place that knows a channel, a clock or a network."""
