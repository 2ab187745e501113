// Which words of the index a typed word may mean, by their ids, each with how well it fits, between 0 and 1.
"use strict";

const meaning = (() => {
  const FORM = 0.85; // another form of the word
  const OPEN = 0.8; // the beginning of a word that may be unfinished
  const BEGUN = 0.6; // and of any other
  const POOR = 0.55; // what is no better is looked for among misspellings too
  const WRONG = 0.1; // is lost with every wrong letter
  const FORM_OF_NEAR = 0.4;

  const isBegun = (word, other) =>
    word.length > 1 && other.length > word.length && other.startsWith(word) && (!/^\d/.test(word) || other[word.length] === ".");

  const of = (index, word, isOpen) => {
    const fits = new Map();
    const isNumber = /^\d/.test(word);
    const stem = words.stem(word);
    for (const id of index.beginningAs(word)) {
      const other = index.words[id];
      if (other === word) fits.set(id, 1);
      else if (!isNumber && index.stemOf(id) === stem) fits.set(id, FORM);
      else if (isBegun(word, other)) fits.set(id, (isOpen ? OPEN : BEGUN) * Math.sqrt(word.length / other.length));
    }
    const isFound = [...fits.values()].some((fit) => fit > POOR);
    if (!isFound && !isNumber) for (const [id, fit] of near(index, word, word.length > 6 ? 2 : 1)) if (!fits.has(id)) fits.set(id, fit);
    return fits;
  };

  // The words with the fewest wrong letters, and their other forms. A wrong first letter is rarer than any other.
  const near = (index, word, most) => {
    const found = [];
    let least = most;
    if (word.length < 4) return new Map();
    for (let id = 0; id < index.words.length; id++) {
      const other = index.words[id];
      const wrong = other.length < 3 ? Infinity : words.distance(word, other, least);
      if (wrong === Infinity) continue;
      least = wrong;
      found.push([id, wrong + (other[0] === word[0] ? 0 : 0.5)]);
    }
    const best = found.filter(([, wrong]) => wrong <= least + 0.5);
    const fits = new Map();
    for (const [near] of best) {
      const stem = index.stemOf(near);
      for (const id of index.beginningAs(stem)) if (index.stemOf(id) === stem) fits.set(id, FORM_OF_NEAR);
    }
    for (const [id, wrong] of best) fits.set(id, OPEN - WRONG * wrong);
    return fits;
  };

  // Of all words the one that is most like a word that no passage has.
  const likest = (index, word) => {
    for (let most = 2; most <= word.length / 2 + 1; most++) {
      const [best] = [...near(index, word, most)].sort(([, one], [, other]) => other - one);
      if (best) return index.words[best[0]];
    }
    return "";
  };

  return { likest, of };
})();
