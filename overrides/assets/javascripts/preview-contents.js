// What previews hold, made from what their links point to. Fetched by preview.js with the first of them.

import { offerCite } from "./citing/source-links.js";
import { copy, pageAt, textOf, within } from "./previews/copying.js";
import { element } from "./shared/element.js";
import { addStylesheet } from "./shared/site.js";
import { gettext } from "./shared/texts.js";

/** @import { Link } from "./shared/links.js" */
/**
 * @typedef {object} Contents
 * @property {string} name of what a link points to
 * @property {Node[]} parts of it, in order
 * @property {string} go says where the link leads
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
  /** @type {Element[]} */
  const links = [];
  const add = (/** @type {Element | undefined} */ use, /** @type {(place: string) => string} */ said) => {
    if (!use) return;
    const made = copy(use, url);
    made.textContent = said(use.textContent ?? "");
    links.push(made);
  };
  if (here >= 0) {
    add(all[here - 1], (place) => gettext("Previous use: %(place)s", { place }));
    add(all[here + 1], (place) => gettext("Next use: %(place)s", { place }));
  }
  // At the foot of a page stand its own uses, and the number of all, where there are others.
  const count = Number(within(entry, ".reference__uses").getAttribute("data-uses") ?? all.length);
  const name = count === 1 ? gettext("Source, used once") : gettext("Source, used %(count)s times", { count });
  return { name, links };
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
    return { name, parts, go: gettext("Go to the entry") };
  },

  claim(heading, url) {
    const claim = /** @type {Element} */ (heading.closest(".claim"));
    const found = (/** @type {string} */ selector) =>
      [...claim.querySelectorAll(selector)].map((part) => copy(part, url));
    const title = copy(heading, url);
    const number = within(title, ".claim__number");
    const label = number.textContent ?? "";
    const name = gettext("Claim %(label)s", { label });
    number.remove();
    const head = element("p", { class: "preview__title" }, title.textContent?.trim() ?? "");
    const assessment = element("p", { class: "assessment" }, ...found(".verdict, .outcome"));
    const parts = [head, assessment, ...found(".claim__because"), ...textOf(claim, url)];
    return { name, parts, go: gettext("Go to claim %(label)s", { label }) };
  },

  annotation(annotation, url) {
    const label = within(annotation, ".annotation__label").textContent ?? "";
    const name = gettext("Annotation %(label)s", { label });
    const parts = [copy(within(annotation, ".kind"), url), ...textOf(annotation, url)];
    return { name, parts, go: gettext("Go to annotation %(label)s", { label }) };
  },

  term(entry, url) {
    const term = within(entry, "dfn").textContent ?? "";
    const name = term.charAt(0).toUpperCase() + term.slice(1);
    return { name, parts: textOf(within(entry, "dd"), url), go: gettext("Go to the glossary") };
  },

  figure(figure, url) {
    addStylesheet("figures.css").catch(() => {}); // for a page without a figure of its own; without it the figure is plain
    const label = within(figure, ".figure__label");
    const name = label.textContent ?? "";
    const title = element("p", { class: "preview__title" }, label.parentElement?.textContent?.replace(name, "") ?? "");
    const drawing = copy(within(figure, "[data-size=narrow]"), url);
    const parts = [title, drawing, ...textOf(within(figure, ".figure__notes"), url)];
    return { name, parts, go: gettext("Go to figure %(label)s", { label: figure.id.split("-")[1] }) };
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
  const { name, parts, go } = contentsOf[id.split("-")[0]](target, url, to);
  const title = element("h2", { id: "preview-name", class: "preview__name" }, name);
  return [title, ...parts, element("a", { class: "preview__go", href: url.href }, go)];
}
