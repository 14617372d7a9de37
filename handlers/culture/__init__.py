"""Days of culture: chosen by a person, told on the day, known to a partner only if the person says so."""
