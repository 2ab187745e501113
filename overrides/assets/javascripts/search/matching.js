// Which passages have a word, a phrase or a term of the glossary, and how well each of them fits.
"use strict";

const matching = (() => {
  const PHRASE = 0.9; // how well a passage fits that has the parts of a word, such as c5 and 1, one after the other
  const TERM = 0.7; // and one that has another form of a term
  const LONGEST = 7; // words of a term

  const isAt = (sequence, start, sets) => {
    let at = 0;
    while (at < sets.length && sets[at].has(sequence[start + at])) at++;
    return at === sets.length;
  };

  // The passages in which the words stand one after the other, just as they are.
  const phrase = (index, parts) => {
    const ids = parts.map((part) => index.ids.get(part));
    if (ids.includes(undefined)) return [];
    const rarest = ids.reduce((one, other) => (index.places[other].length < index.places[one].length ? other : one));
    const sets = ids.map((id) => new Set([id]));
    const has = ({ sequence }) => sequence.some((id, start) => id === ids[0] && isAt(sequence, start, sets));
    return index.places[rarest].filter((place, at) => at % 2 === 0 && has(index.passages[place]));
  };

  // The passages that have a word or another form of it.
  const plain = (index, word) => {
    const stem = words.stem(word);
    const forms = index.beginningAs(word).filter((id) => index.stemOf(id) === stem);
    return forms.flatMap((id) => index.places[id].filter((_, at) => at % 2 === 0));
  };

  const exactly = (index, word) => (word && index.ids.has(word) ? [[index.ids.get(word), 1]] : []);

  // For a typed word how well each passage has it, between 0 and 1; and the ids of the words that it may mean, likewise.
  const unit = (index, { word, whole, phrases }, isOpen) => {
    const values = new Map();
    const better = (place, value) => value > (values.get(place) ?? 0) && values.set(place, value);
    const meant = word ? meaning.of(index, word, isOpen) : new Map(exactly(index, whole));
    for (const [id, fit] of meant) {
      const places = index.places[id];
      for (let at = 0; at < places.length; at += 2) {
        const length = 0.7 + 0.3 * (index.lengths[places[at]] / index.average);
        better(places[at], (fit * places[at + 1]) / (places[at + 1] + length));
      }
    }
    for (const parts of phrases) {
      for (const place of phrase(index, parts)) better(place, PHRASE);
      for (const part of parts) for (const [id, fit] of exactly(index, part)) meant.set(id, fit);
    }
    return { values, meant };
  };

  // A word that is in nearly every passage only counts by its place among the others.
  const stop = (index, { word }) => ({ values: new Map(), meant: new Map(exactly(index, word)) });

  // A phrase in quotation marks: the more of a passage it is, the better that fits.
  const quoted = (index, parts) => {
    const fit = (place) => parts.length / (parts.length + index.lengths[place] / index.average);
    const values = new Map(phrase(index, parts).map((place) => [place, fit(place)]));
    const meant = new Map(parts.flatMap((part) => exactly(index, part)));
    return { unit: { token: parts.join(" ") }, isCounted: true, values, meant };
  };

  // The spans of words that are a form of a term, the longest first, none over another.
  const spans = (index, units) => {
    const found = [];
    const taken = new Set();
    for (let length = Math.min(LONGEST, units.length); length > 0; length--) {
      for (let start = 0; start + length <= units.length; start++) {
        const span = Array.from({ length }, (_, at) => start + at);
        const form = units.slice(start, start + length).flatMap(({ parts }) => parts).join(" ");
        if (!index.forms.has(form) || span.some((at) => taken.has(at))) continue;
        span.forEach((at) => taken.add(at));
        found.push({ term: index.forms.get(form), span });
      }
    }
    return found;
  };

  // Each of a query's words with what it finds, its terms in all their forms among it, and the terms.
  const all = (index, { units, phrases, isOpen }) => {
    const isOnlyStops = units.every(({ isStop }) => isStop);
    const matches = units.map((one, at) => {
      const isCounted = isOnlyStops || !one.isStop;
      const found = isCounted ? unit(index, one, isOpen && at === units.length - 1) : stop(index, one);
      return { unit: one, isCounted, ...found };
    });
    const terms = spans(index, units);
    for (const { term, span } of terms) {
      for (const at of span) {
        const { values, meant } = matches[at];
        for (const place of index.users[term]) if ((values.get(place) ?? 0) < TERM) values.set(place, TERM);
        for (const id of index.formWords[term]) meant.set(id, Math.max(TERM, meant.get(id) ?? 0));
      }
    }
    return { matches: [...matches, ...phrases.map((parts) => quoted(index, parts))], terms };
  };

  return { all, phrase, plain };
})();
