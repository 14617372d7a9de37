"""Drawing: pictures and pages that are typeset, with people's words in them as data."""
