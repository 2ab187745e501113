// On the page for addresses that do not exist: finds what is nearest to the address among the links of the page.
// The address is only compared, never shown: whoever made it could have put anything into it.

import { distance, LONGEST } from "./search/distance.js";
import { element } from "./shared/element.js";
import { gettext } from "./shared/texts.js";

/** @typedef {{ href: string, text: string }} Suggestion where to go, and what to call it */

const LABEL = /^(?:claim|annotation)?[-_. ]*0*([1-9]\d{0,5})([a-z]{0,2})/i;

const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".everything a")]);
const claims = links.filter(({ dataset }) => dataset.label);
const pages = links.filter(({ dataset }) => "page" in dataset);

/**
 * The nearest claim or annotation.
 *
 * @param {string} path of an address, such as /c/8z/ or /claim-8
 * @param {string} hash of the address, such as #claim-8
 * @returns {Suggestion | undefined} nothing for an address without a label
 */
function nearestPassage(path, hash) {
  const short = /\/(?:c\/+|claim|annotation)([^/]+)/i.exec(path)?.[1] ?? "";
  const [, number, letters = ""] = LABEL.exec(hash.slice(1)) ?? LABEL.exec(short) ?? [];
  if (!number || !claims.length) return undefined;
  const distance = (/** @type {HTMLAnchorElement} */ { dataset }) => Math.abs(Number(dataset.label) - Number(number));
  const claim = claims.reduce((best, link) => distance(link) < distance(best) ? link : best);
  const label = claim.dataset.label + letters.toLowerCase();
  if (!claim.dataset.annotations?.split(" ").includes(label)) return { href: claim.href, text: claim.text };
  const annotation = new URL(claim.href);
  annotation.hash = `annotation-${label}`;
  return { href: annotation.href, text: gettext("Annotation %(label)s", { label }) };
}

/**
 * The page whose name is most like that in an address.
 *
 * @param {string} path of the address
 * @returns {Suggestion | undefined} nothing if more than half of the letters differ
 */
function nearestPage(path) {
  const wanted = nameIn(path);
  const near = pages
    .map((link) => ({ link, name: nameIn(link.pathname) }))
    .map(({ link, name }) => ({ link, changes: distance(wanted, name, Math.max(wanted.length, name.length) / 2) }))
    .filter(({ changes }) => changes < Infinity);
  if (!near.length) return undefined;
  const { link } = near.reduce((best, one) => one.changes < best.changes ? one : best);
  return { href: link.href, text: link.text };
}

/**
 * @param {string} path of an address
 * @returns {string} its last part, in small letters, without the ending of a file
 */
function nameIn(path) {
  const parts = path.toLowerCase().replace(/index\.html?$|\.html?$|\.md$/, "").split("/").filter(Boolean);
  return parts.at(-1)?.slice(0, LONGEST) ?? "";
}

const nearest = nearestPassage(location.pathname, location.hash) ?? nearestPage(location.pathname);
if (nearest) {
  const link = element("a", { href: nearest.href }, nearest.text);
  const [before, behind] = gettext("Nearest to your address: %(link)s", { link: "\n" }).split("\n");
  document.getElementById("nearest")?.append(before, link, behind);
}
