// What previews hold, made from what their links point to. Fetched by preview.js with the first of them.

import { offerCite } from "./citing/source-links.js";
import { copy, pageAt, textOf, within } from "./previews/copying.js";
import { element } from "./shared/element.js";
import { addStylesheet } from "./shared/site.js";

/** @import { Link } from "./shared/links.js" */
/**
 * @typedef {object} Contents
 * @property {string} name of what a link points to
 * @property {Node[]} parts of it, in order
 * @property {string} place where the link leads, after "Go to"
 */

/**
 * How often a source is used, and the uses before and after this one.
 *
 * @param {Element} entry of the source
 * @param {URL} url
 * @param {Link} to the use that is asked from
 * @returns {{ name: string, links: Element[] }}
 */
function usesOf(entry, url, to) {
  const all = /** @type {HTMLAnchorElement[]} */ ([...entry.querySelectorAll(".reference__uses a[role]")]);
  const here = all.findIndex(({ hash, pathname }) => hash === `#${to.id}` && pathname === location.pathname);
  const beside = here < 0 ? {} : { "Previous use": all[here - 1], "Next use": all[here + 1] };
  const links = Object.entries(beside).filter(([, use]) => use).map(([name, use]) => {
    const made = copy(use, url);
    made.prepend(`${name}: `);
    return made;
  });
  // At the foot of a page stand its own uses, and the number of all, where there are others.
  const count = Number(within(entry, ".reference__uses").getAttribute("data-uses") ?? all.length);
  return { name: `Source, ${count === 1 ? "used once" : `used ${count} times`}`, links };
}

/**
 * The contents by what a link points to, which is the first word of its id.
 *
 * @type {Record<string, (target: Element, url: URL, to: Link) => Contents>}
 */
const contentsOf = {
  reference(entry, url, to) {
    const { name, links } = usesOf(entry, url, to);
    const shown = entry.querySelectorAll(".reference__entry, .reference__facts, .reference__basis");
    const parts = [...shown].map((part) => copy(part, url));
    const facts = parts.find((part) => part.matches(".reference__facts"));
    if (facts) offerCite(facts, entry.id);
    if (links.length) parts.push(element("p", {}, ...links));
    return { name, parts, place: "the entry" };
  },

  claim(heading, url) {
    const claim = /** @type {Element} */ (heading.closest(".claim"));
    const found = (/** @type {string} */ selector) =>
      [...claim.querySelectorAll(selector)].map((part) => copy(part, url));
    const title = copy(heading, url);
    const number = within(title, ".claim__number");
    const name = `claim ${number.textContent}`;
    number.remove();
    const head = element("p", { class: "preview__title" }, title.textContent?.trim() ?? "");
    const assessment = element("p", { class: "assessment" }, ...found(".verdict, .outcome"));
    return { name, parts: [head, assessment, ...found(".claim__because"), ...textOf(claim, url)], place: name };
  },

  annotation(annotation, url) {
    const name = `annotation ${within(annotation, ".annotation__label").textContent}`;
    return { name, parts: [copy(within(annotation, ".kind"), url), ...textOf(annotation, url)], place: name };
  },

  term(entry, url) {
    const name = within(entry, "dfn").textContent ?? "";
    return { name, parts: textOf(within(entry, "dd"), url), place: "the glossary" };
  },

  figure(figure, url) {
    addStylesheet("figures.css").catch(() => {}); // for a page without a figure of its own; without it the figure is plain
    const label = within(figure, ".figure__label");
    const words = label.textContent ?? "";
    const name = words.toLowerCase();
    const title = element("p", { class: "preview__title" }, label.parentElement?.textContent?.replace(words, "") ?? "");
    const drawing = copy(within(figure, "[data-size=narrow]"), url);
    return { name, parts: [title, drawing, ...textOf(within(figure, ".figure__notes"), url)], place: name };
  },
};

/**
 * What the preview of a link holds.
 *
 * @param {Link} to the link
 * @param {URL} url where it leads
 * @returns {Promise<Node[] | undefined>} nothing, where there is nothing to show
 * @throws {Error} if the page cannot be had, or is not as this script knows it
 */
export async function previewOf(to, url) {
  const id = decodeURIComponent(url.hash.slice(1));
  const target = (await pageAt(url)).getElementById(id);
  if (!target || to.closest(`[id="${id}"]`)) return undefined; // no preview of what the link stands in
  const { name, parts, place } = contentsOf[id.split("-")[0]](target, url, to);
  const title = element("h2", { id: "preview-name", class: "preview__name" }, name[0].toUpperCase() + name.slice(1));
  return [title, ...parts, element("a", { class: "preview__go", href: url.href }, `Go to ${place}`)];
}
