// The stem that the forms of a word share: a short stemmer for English, made for few texts and long titles.

// What would else fall together with another word.
const KEPT = new Set(
  ("authentic career carry coalition competent courtship current democrat department diplomat emergency " +
    "importance important listen overture plane police policy posture pressure reactor restate sector " +
    "statement states successor terminal united violent wine").split(" "),
);
/** @type {Map<string, string>} by the forms that have no ending in common with them */
const IRREGULAR = new Map(
  ("began begin|begun begin|bought buy|broke break|broken break|brought bring|built build|caught catch|" +
    "children child|choice choose|chose choose|chosen choose|dead die|death die|deaths die|drawn draw|drew draw|" +
    "driven drive|drove drive|fallen fall|fell fall|fled flee|flew fly|flown fly|fought fight|gave give|" +
    "given give|grew grow|grown grow|growth grow|held hold|hidden hide|kept keep|knew know|known know|led lead|" +
    "left leave|loss lose|losses lose|lost lose|made make|men man|met meet|paid pay|people person|" +
    "product produce|products produce|proof prove|ran run|revision revise|risen rise|rose rise|said say|" +
    "sale sell|sales sell|sank sink|sent send|shot shoot|shown show|shrank shrink|shrunk shrink|sold sell|" +
    "sought seek|spent spend|spoke speak|spoken speak|stood stand|struck strike|sunk sink|swore swear|" +
    "sworn swear|taken take|threw throw|thrown throw|took take|withdrawn withdraw|withdrew withdraw|women woman|" +
    "won win|written write|wrote write")
    .split("|")
    .map((pair) => /** @type {[string, string]} */ (pair.split(" "))),
);
/** @type {[RegExp, string][]} tried one after the other, with what remains of the word */
const ENDINGS = [
  [/(.{3,})(?:ies|ied)$/, "$1y"],
  [/(.{3,}(?:ss|x|z|ch|sh))es$/, "$1"],
  [/(.{2,}[^sui])s$/, "$1"],
  [/(.{3,})ier$/, "$1y"],
  [/(.{3,})(?:ing|ed)$/, "$1"],
  [/(.{5,})ship$/, "$1"],
  [/(.{3,}[^e])en$/, "$1"],
  [/(.{3,}[ainu])sion$/, "$1d"],
  [/(.{3,}duc)tion$/, "$1"],
  [/(.{4,})(?:ization|ation|ition|ative|ate?)$/, "$1"],
  [/(.{4,})(?:ion|ure?|ural|er)$/, "$1"],
  [/(.{4,}[st])or$/, "$1"],
  [/(.{5,})(?:ment|ness)$/, "$1"],
  [/(.{4,})(?:ful|less)$/, "$1"],
  [/(.{5,})(?:ically|ical|ally|al|ive|ic|ly)$/, "$1"],
  [/(.{4,})(?:ence|ance|ency|ancy|ent|ant)$/, "$1"],
  [/(.{4,})(?:ity|y)$/, "$1"],
  [/(.{3,})e$/, "$1"],
  [/(.{2,})([bdfgklmnprt])\2$/, "$1$2"],
];

/**
 * @param {string} word in small letters and American spelling
 * @returns {string} its stem, which need not be a word
 */
export function stem(word) {
  if (
    word.length < 3 || !/[bcdefghklmnprstwy]$/.test(word) || /\d/.test(word) ||
    KEPT.has(word)
  ) return word;
  let short = IRREGULAR.get(word) ?? word;
  for (const [ending, rest] of ENDINGS) {
    short = short.replace(ending, rest);
    if (KEPT.has(short)) return short;
  }
  return short;
}
