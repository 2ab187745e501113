// Words as the search compares them: without accents and case, in American spelling, figures as numbers and units.
// No comparison is made of text as it stands, so whatever a reader types is only ever a word.
"use strict";

const words = (() => {
  // Letters and digits of all scripts by their ranges, which are found in half the time that classes such as \p{L} take.
  const LETTER = "[0-9A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff]";
  const TOKEN = new RegExp(`${LETTER}+(?:[.,'’&+/-]${LETTER}+)*%?`, "g");
  const PLAIN = /^([A-Za-z]+)(?:['’]s)?$/;
  const OTHER_LETTERS = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };
  const UNITS = new Map(
    Object.entries({ bn: "billion", bln: "billion", mn: "million", mln: "million", tn: "trillion", trn: "trillion" }),
  );
  const STOP = new Set(
    ("a about an and are as at be been by can did do does for from had has have how in into is it its many much of on or " +
      "that the their there this to was were what when where which who whom why will with would").split(" "),
  );
  const MONTHS = "january february march april may june july august september october november december".split(" ");

  const SPELLINGS = [
    [/^(.{3,})our(s|ed|ing|able|ite|hood|er|ers|ful|ly)?$/, "$1or$2"],
    [/^(.{3,})is(e|es|ed|ing|er|ers|ation|ations)$/, "$1iz$2"],
    [/^(.{3,})ys(e|es|ed|ing)$/, "$1yz$2"],
    [/^(def|off|pret|lic)ence(s|less)?$/, "$1ense$2"],
    [/^(.*(?:cent|met|theat|lit))re(s|d)?$/, "$1er$2"],
    [/^(.{4,}[aeio])ll(ed|ing|er|ers)$/, "$1l$2"],
    [/^(.{3,})ogue(s)?$/, "$1og$2"],
    [/^programme(s)?$/, "program$1"],
    [/^tonne(s)?$/, "ton$1"],
    [/^grey/, "gray"],
    [/^sceptic/, "skeptic"],
    [/^(judg|acknowledg)ement/, "$1ment"],
    [/^manoeuvr/, "maneuver"],
  ];

  // What all of these end in or have, so that few words are looked at more closely.
  const BRITISH =
    /(?:our(?:s|ed|ing|able|ite|hood|ers?|ful|ly)?|[iy]s(?:e|es|ed|ing|er|ers|ations?)|ence(?:s|less)?|[tm]re[sd]?|ll(?:ed|ing|ers?)|ogues?|mmes?|nnes?)$|^grey|^sceptic|gement|noeuvr/;

  // What would else fall together with another word.
  const KEPT = new Set("beijing department important importance plane police policy states statement united wine".split(" "));
  const IRREGULAR = new Map(
    ("bought buy|broke break|broken break|brought bring|built build|chose choose|chosen choose|drawn draw|drew draw|driven drive|" +
      "drove drive|fallen fall|fell fall|fought fight|gave give|given give|grew grow|grown grow|held hold|kept keep|led lead|" +
      "lost lose|made make|men man|met meet|paid pay|people person|risen rise|rose rise|said say|sent send|sold sell|" +
      "sought seek|spent spend|spoke speak|taken take|took take|withdrawn withdraw|withdrew withdraw|won win|" +
      "written write|wrote write")
      .split("|")
      .map((pair) => pair.split(" ")),
  );
  const ENDINGS = [
    [/(.{3,})(?:ies|ied)$/, "$1y"],
    [/(.{3,}(?:ss|x|z|ch|sh))es$/, "$1"],
    [/(.{2,}[^sui])s$/, "$1"],
    [/(.{3,})(?:ing|ed)$/, "$1"],
    [/(.{4,})(?:ation|ization)$/, "$1"],
    [/(.{4,})ion$/, "$1"],
    [/(.{5,})(?:ment|ness)$/, "$1"],
    [/(.{5,})(?:ically|ical|ally|al|ive|ic|ly)$/, "$1"],
    [/(.{4,})(?:ence|ance|ent|ant)$/, "$1"],
    [/(.{4,})(?:ity|y)$/, "$1"],
    [/(.{3,})e$/, "$1"],
    [/(.{2,})([bdfgklmnprt])\2$/, "$1$2"],
  ];

  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[łøđßæœıþ]/g, (letter) => OTHER_LETTERS[letter]);

  const spell = (word) => {
    if (word.length < 4) return UNITS.get(word) ?? word;
    if (!BRITISH.test(word)) return word;
    for (const [british, american] of SPELLINGS) if (british.test(word)) return word.replace(british, american);
    return word;
  };

  const stem = (word) => {
    if (word.length < 3 || !/[bcdefgklmnprsty]$/.test(word) || /\d/.test(word) || KEPT.has(word)) return word;
    let short = IRREGULAR.get(word) ?? word;
    for (const [ending, rest] of ENDINGS) {
      short = short.replace(ending, rest);
      if (KEPT.has(short)) return short;
    }
    return short;
  };

  // The word that a token is if it is nothing but letters without accents, as nearly all are, or that and a genitive's s.
  const plain = (token) => {
    const found = PLAIN.exec(token);
    return found ? spell(found[1].toLowerCase()) : "";
  };

  // The parts of a token, and the whole where there are several: sino, russian and sinorussian; 36 and percent.
  const read = (token) => {
    const simple = plain(token);
    if (simple) return { parts: [simple], whole: "" };
    let text = fold(token);
    const percent = text.endsWith("%");
    text = text.replace(/%$/, "").replace(/['’]s$/, "").replace(/['’]/g, "");
    if (/^\p{L}(?:\.\p{L})+$/u.test(text)) text = text.replaceAll(".", "");
    text = text.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
    const amount = /^(\d[\d.]*)([a-z]{2,3})$/.exec(text);
    if (UNITS.has(amount?.[2])) return { parts: [amount[1], UNITS.get(amount[2])], whole: "" };
    const parts = text.split(/[,&+/-]|\.(?!\d)/).filter(Boolean).map(spell);
    const whole = parts.length > 1 ? parts.join("") : "";
    if (percent) parts.push("percent");
    return { parts, whole };
  };

  const kept = new Map();
  const readKept = (token) => {
    let known = kept.get(token);
    if (!known) kept.set(token, (known = read(token)));
    return known;
  };

  const tokens = (text) => text.match(TOKEN) ?? [];

  const LONGEST = 40; // letters of a word that are compared
  let [beforeLast, last, row] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

  // How many letters are wrong, missing, too many or swapped with the next; as soon as it is more than `most`, Infinity.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most || Math.max(one.length, other.length) > LONGEST) return Infinity;
    for (let j = 0; j <= other.length; j++) last[j] = j;
    for (let i = 1; i <= one.length; i++) {
      const letter = one.charCodeAt(i - 1);
      let least = (row[0] = i);
      for (let j = 1; j <= other.length; j++) {
        const otherLetter = other.charCodeAt(j - 1);
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter === otherLetter ? 0 : 1));
        const isSwapped = i > 1 && j > 1 && letter === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === otherLetter;
        if (isSwapped) cost = Math.min(cost, beforeLast[j - 2] + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return Infinity;
      [beforeLast, last, row] = [last, row, beforeLast];
    }
    return last[other.length] > most ? Infinity : last[other.length];
  };

  return { MONTHS, STOP, TOKEN, distance, fold, plain, read: readKept, stem, tokens };
})();
