// Which passages have a word, a phrase or a term of the glossary, and how well each of them fits.
"use strict";

const matching = (() => {
  const PHRASE = 0.9; // how well a passage fits that has the parts of a word, such as c5 and 1, one after the other
  const TERM = 0.7; // and one that has another form of a term
  const LONGEST = 7; // words of a term

  // The places of the passages in which the words stand one after the other, just as they are.
  const phrase = ({ ids, stream, length, passages }, parts) => {
    const wanted = parts.map((part) => ids.get(part));
    const found = [];
    if (wanted.includes(undefined)) return found;
    let at = 0; // of the passage
    for (let start = 0; start < length; start++) {
      if (stream[start] !== wanted[0] || wanted.some((id, after) => stream[start + after] !== id)) continue;
      while (passages[at].end <= start) at++;
      if (found.at(-1) !== at) found.push(at);
    }
    return found;
  };

  // The places of the passages that have a word or another form of it.
  const plain = (index, word) => {
    const stem = words.stem(word);
    const forms = index.beginningAs(word).filter((id) => index.stemOf(id) === stem);
    return forms.flatMap((id) => phrase(index, [index.words[id]]));
  };

  const exactly = (index, word) => (word && index.ids.has(word) ? [[index.ids.get(word), 1]] : []);

  // How often a passage has a word, by where it stands there, and how well the best of these fits; between 0 and 1.
  const value = (best, weight, passage, average) => (best * weight) / (weight + best * (0.7 + 0.3 * (passage.weight / average)));

  // For the ids of words, each with how well it fits, how well each passage has them.
  const valued = ({ stream, words: { length }, passages, average }, meant) => {
    const values = new Map();
    const fits = new Float64Array(length);
    for (const [id, fit] of meant) fits[id] = fit;
    const weights = Object.values(PassageIndex.PARTS);
    for (const passage of passages) {
      let part = 0;
      let best = 0;
      let sum = 0;
      for (let at = passage.starts[0]; at < passage.end; at++) {
        const id = stream[at];
        if (id === PassageIndex.END) part++;
        else if (fits[id]) {
          sum += fits[id] * weights[part];
          if (fits[id] > best) best = fits[id];
        }
      }
      if (best) values.set(passage.place, value(best, sum, passage, average));
    }
    return values;
  };

  // For a typed word how well each passage has it; and the ids of the words that it may mean, each with how well it fits.
  const unit = (index, { word, whole, phrases }, isOpen) => {
    const meant = word ? meaning.of(index, word, isOpen) : new Map();
    const values = word ? valued(index, meant) : new Map();
    const better = (place, one) => one > (values.get(place) ?? 0) && values.set(place, one);
    for (const id of [...meant.keys(), ...exactly(index, whole).map(([id]) => id)]) {
      const places = index.wholes.get(id) ?? [];
      for (let at = 0; at < places.length; at += 2) {
        better(places[at], value(meant.get(id) ?? 1, places[at + 1], index.passages[places[at]], index.average));
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
    const fit = (place) => parts.length / (parts.length + index.passages[place].weight / index.average);
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
