// What a reader has typed, taken apart: words, phrases in quotation marks, -words, filters, and the label of a passage.
"use strict";

const queries = (() => {
  const LONGEST = 300; // letters; what is beyond is not looked at
  const MOST = 24; // words
  const PIECE = /(-?)(?:(kind|verdict|outcome):(\S*)|"([^"]*)(?:"|$)|(\S+))/giu;
  const LABEL = /^(claim|annotation|note|figure|fig)?s?[.:]?\s*(?:no\.?\s*|#\s*)?([1-9]\d{0,3})\s?([a-z]{0,2})$/i;
  const DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?$/;
  const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;

  // The anchors that a label may stand for, the likeliest first.
  const anchors = (text) => {
    const [, name = "", number, letters] = LABEL.exec(text.trim()) ?? [];
    if (!number) return [];
    if (/^fig/i.test(name)) return letters ? [] : [`figure-${number}`];
    if (letters) return [`annotation-${number}${letters.toLowerCase()}`];
    return name ? [`claim-${number}`] : [`claim-${number}`, `figure-${number}`];
  };

  // A date in figures, as the edition writes it: 9/11 is September 11.
  const inWords = (token) => {
    const [, year, isoMonth, isoDay] = ISO.exec(token) ?? [];
    const [, month, day, yearAfter] = DATE.exec(token) ?? [];
    const name = words.MONTHS[(isoMonth ?? month) - 1];
    const number = Number(isoDay ?? day);
    return name && number >= 1 && number <= 31 ? [name, String(number), ...[year ?? yearAfter].filter(Boolean)] : null;
  };

  const unit = (token) => {
    const { parts, whole } = words.read(token);
    const phrases = parts.length > 1 ? [parts] : [];
    const date = inWords(token);
    if (date) phrases.push(date);
    return { token, parts, whole, phrases, word: parts.length === 1 ? parts[0] : "", isStop: parts.length === 1 && words.STOP.has(parts[0]) };
  };

  const read = (typed) => {
    const text = typed.slice(0, LONGEST).replace(/[“”„«»]/g, '"').replace(/\bper cent\b/gi, "percent");
    const query = { text, units: [], phrases: [], without: [], kind: "", verdict: "", outcome: "", anchors: [] };
    const plain = [];
    for (const [piece, minus, filter, value, phrase, other] of text.matchAll(PIECE)) {
      if (filter && !minus) {
        query[filter.toLowerCase()] = value.toLowerCase();
        continue;
      }
      const found = words.tokens(phrase ?? other ?? piece).slice(0, MOST).map(unit);
      if (minus && found.length) query.without.push(found.flatMap(({ parts }) => parts));
      else if (phrase !== undefined) query.phrases.push(found.flatMap(({ parts }) => parts));
      else if (!minus) {
        query.units.push(...found);
        plain.push(other);
      }
    }
    query.phrases = query.phrases.filter((phrase) => phrase.length);
    query.units = query.units.slice(0, MOST);
    if (!query.phrases.length) query.anchors = anchors(plain.join(" "));
    query.isOpen = /[\p{L}\p{N}]$/u.test(text) && !query.phrases.length; // the last word may not be finished
    return query;
  };

  return { read };
})();
