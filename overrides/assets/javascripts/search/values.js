// How well passages have a word, between 0 and 1, by their places.

/** @import { PassageIndex } from "./index.js" */
/** @import { Fits } from "./meaning.js" */

const SATURATION = 1.2; // the k of BM25F: the smaller, the less a word says that stands there again

/**
 * How well a passage has a word: the more often, the better, but ever less so (as in BM25F).
 *
 * @param {number} best how well the best of what it has fits
 * @param {number} weight of all that fits, by how well and where it stands
 * @returns {number} between 0 and 1
 */
export function valueOf(best, weight) {
  return (best * weight) / (weight + best * SATURATION);
}

/** @type {(index: PassageIndex, meant: Fits) => Map<number, number>} how well each passage has these words, by its place */
export function valuesOf({ postings, placeAt, passages }, meant) {
  /** @type {Map<number, [best: number, sum: number]>} */
  const sums = new Map();
  for (const [id, fit] of meant) {
    for (const at of postings.of(id)) {
      const { place, starts, weights } = passages[placeAt[at]];
      let field = 0;
      while (starts[field + 1] <= at) field++;
      const sum = sums.get(place);
      if (!sum) sums.set(place, [fit, fit * weights[field]]);
      else {
        sum[0] = Math.max(sum[0], fit);
        sum[1] += fit * weights[field];
      }
    }
  }
  const values = new Map();
  for (const [place, [best, sum]] of sums) values.set(place, valueOf(best, sum));
  return values;
}

/**
 * @param {Map<number, number>} values to which others are added
 * @param {Iterable<[place: number, value: number]>} others of which each counts if it is the greater
 */
export function raise(values, others) {
  for (const [place, value] of others) if (value > (values.get(place) ?? 0)) values.set(place, value);
}

/** @type {(places: number[], value: number) => [place: number, value: number][]} the same value for all */
export function alike(places, value) {
  return places.map((place) => [place, value]);
}
