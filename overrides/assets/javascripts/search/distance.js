// How many letters two words are apart (Damerau and Levenshtein, optimal string alignment).

export const LONGEST = 40; // letters of a word that are compared
let [beforeLast, last, row] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1));

/**
 * @param {string} one
 * @param {string} other
 * @param {number} most letters that may differ
 * @returns {number} how many letters are wrong, missing, too many or swapped with the next; Infinity if more than `most`
 */
export function distance(one, other, most) {
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
}
