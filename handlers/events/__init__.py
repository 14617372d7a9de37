"""Events: an announcement that invites, from its date on a draft to thanks on the day after."""
