// Which passages answer a query, the best first.
"use strict";

const ranking = (() => {
  const RANKS = { claim: 1.35, term: 1.25, figure: 1.1, event: 1, page: 0.8, source: 0.75 }; // of notes: 1
  const CLOSE = 80; // of the best, those whose words are looked at in their order
  const SURE = 0.4; // how well a word must fit for its place to count
  const FEW = 5; // passages with every word
  const MOSTLY = 0.6; // of the weight of all words

  // What a passage must be and have, and must not have.
  const allows = (index, query) => {
    const chosen = (names, value) => (value in names ? value : Object.keys(names).find((name) => value.startsWith(name) || name.startsWith(value)));
    const sort = query.kind && chosen(index.sorts, query.kind);
    const verdict = query.verdict && chosen(index.verdicts, query.verdict);
    const outcome = query.outcome && chosen(index.outcomes, query.outcome);
    const without = new Set(query.without.flatMap((parts) => (parts[1] ? matching.phrase(index, parts) : matching.plain(index, parts[0]))));
    const phrases = query.phrases.map((parts) => new Set(matching.phrase(index, parts)));
    return (passage) =>
      (!query.kind || passage.sort === sort) &&
      (!query.verdict || passage.verdict === verdict) &&
      (!query.outcome || passage.outcome === outcome) &&
      !without.has(passage.place) &&
      phrases.every((places) => places.has(passage.place));
  };

  // The passages with any of the words: the rarer a word, the more it weighs.
  const scored = (index, matches, isAllowed) => {
    const scores = new Map();
    let all = 0;
    for (const { values, isCounted } of matches) {
      if (!isCounted) continue;
      const weight = Math.log(1 + index.passages.length / (values.size + 0.5));
      all += weight;
      for (const [place, value] of values) {
        const passage = index.passages[place];
        if (!isAllowed(passage)) continue;
        const score = scores.get(place) ?? { passage, sum: 0, has: 0 };
        score.sum += weight * value * (RANKS[passage.sort] ?? 1);
        score.has += weight;
        scores.set(place, score);
      }
    }
    return [...scores.values()].map((score) => ({ ...score, isWhole: score.has > all - 1e-6 }));
  };

  // All that have every word; where they are few, also those that have most of what the best has.
  const enough = (scores) => {
    const whole = scores.filter(({ isWhole }) => isWhole);
    if (whole.length > FEW) return whole;
    const most = scores.reduce((best, { has }) => Math.max(best, has), 0);
    for (const score of scores) score.sum *= (score.has / most) ** 2;
    return scores.filter(({ has }) => has >= MOSTLY * most);
  };

  // The longest run of the query's words in a part of a passage.
  const longestRun = (sequence, sets) => {
    let longest = 0;
    for (let start = 0; start < sequence.length; start++) {
      for (let first = 0; first + longest < sets.length; first++) {
        let at = 0;
        while (first + at < sets.length && sets[first + at].has(sequence[start + at])) at++;
        if (at > longest) longest = at;
      }
    }
    return longest;
  };

  // By how much a passage gains whose title or text has the words together, most if they are all of its title.
  const closeness = (index, passage, sets) => {
    const title = index.said(passage, true);
    const inTitle = longestRun(title, sets) / sets.length;
    const isTitle = inTitle === 1 ? sets.length / Math.max(sets.length, title.length) : 0;
    if (sets.length === 1) return 1 + 0.3 * isTitle;
    return 1 + 0.4 * inTitle + 0.4 * isTitle + 0.5 * (longestRun(index.said(passage, false), sets) / sets.length);
  };

  const byRank = (one, other) => other.isWhole - one.isWhole || other.sum - one.sum || one.passage.place - other.passage.place;

  const ordered = (index, scores, matches) => {
    scores.sort(byRank);
    const sets = matches.map(({ meant }) => new Set([...meant].filter(([, fit]) => fit >= SURE).map(([id]) => id)));
    for (const score of scores.slice(0, CLOSE)) score.sum *= closeness(index, score.passage, sets);
    return scores.sort(byRank).map(({ passage }) => passage);
  };

  // What comes first whatever else is found: the passage of a label, the term that is all of the query.
  const first = (index, query, terms) => {
    const isTerm = terms.length === 1 && terms[0].span.length === query.units.length;
    return [...query.anchors.map((anchor) => index.anchors.get(anchor)), isTerm && index.definitions[terms[0].term]].filter(Boolean);
  };

  // The passages, and of each typed word those that have it and what it may mean.
  const find = (index, query) => {
    const isAllowed = allows(index, query);
    const { matches, terms } = matching.all(index, query);
    const found = matches.length
      ? ordered(index, enough(scored(index, matches, isAllowed)), matches)
      : index.passages.filter((passage) => (query.kind || query.verdict || query.outcome) && isAllowed(passage));
    const foremost = first(index, query, terms).filter(isAllowed);
    const marked = new Set(matches.flatMap(({ meant }) => [...meant.keys()]));
    return { found: [...foremost, ...found.filter((passage) => !foremost.includes(passage))], matches, marked };
  };

  return { find };
})();
