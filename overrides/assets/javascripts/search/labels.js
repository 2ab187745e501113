// The labels of claims, annotations and figures as they are typed: bare, or behind a name in English or in the language of the edition.

import { fold } from "./words.js";

const NUMBER = "[.:]?\\s*(?:no\\.?\\s*|#\\s*)?([1-9]\\d{0,3})";

/** @type {string[]} names of figures, folded as all others here */
let figures;
/** @type {RegExp} */
let label;
/** @type {RegExp} a label with its name, within a query */
let named;

/**
 * @param {string} [figure] what one is called, where there are any
 * @param {...string} others names of claims and annotations
 */
export function addNames(figure = "figure", ...others) {
  figures = ["figure", "fig", fold(figure)];
  const all = ["claim", "annotation", "note", ...others.map(fold), ...figures];
  const names = all.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  label = new RegExp(`^(${names})?s?${NUMBER}\\s?([a-z]{0,2})$`, "u");
  named = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${names})${NUMBER}[a-z]{0,2}\\b`, "u");
}
addNames();

/** @type {(text: string) => string[]} the anchors for which it may stand as a label, the likeliest first */
function anchorsOf(text) {
  const [, name = "", number, letters] = label.exec(text.trim()) ?? [];
  if (!number) return [];
  if (figures.includes(name)) return letters ? [] : [`figure-${number}`];
  if (letters) return [`annotation-${number}${letters}`];
  return name ? [`claim-${number}`] : [`claim-${number}`, `figure-${number}`];
}

/** @type {(text: string) => string[]} the anchors for the label that it is, or that it names */
export function labelled(text) {
  const folded = fold(text);
  const anchors = anchorsOf(folded);
  return anchors.length ? anchors : anchorsOf(named.exec(folded)?.[0] ?? "");
}
