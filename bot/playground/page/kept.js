// What this browser remembers between visits: the order of phones and the chat open on each.

const SHELF = "passerelle.playground.";

/** The remembered value, or `otherwise` where nothing is kept or keeping is forbidden. */
export function recall(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(SHELF + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(SHELF + name, JSON.stringify(value));
  } catch {
    // A private window may refuse; the page then simply forgets.
  }
}
