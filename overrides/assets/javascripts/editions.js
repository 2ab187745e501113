// Lets the reader choose an edition. Which there are is known only at the address of the work, since an edition never changes;
// without an answer from there, the links of the page lead to the same. From disk there is none to ask.

import { element } from "./shared/element.js";
import { gettext } from "./shared/texts.js";

/** @typedef {{ version: string, title: string, properties: { pages: string[] } }} Edition an entry of versions.json */

const nav = /** @type {HTMLElement | null} */ (document.querySelector(".editions"));
const { version, page = "", root = "" } = nav?.dataset ?? {};
const work = new URL(root, location.href);
const latest = /** @type {HTMLAnchorElement | undefined} */ (nav?.querySelector("[rel=latest-version]") ?? undefined);

/** @type {HTMLAnchorElement[]} which lead to the same passage */
const samePage = latest ? [latest] : [];

function keepPassage() {
  for (const link of samePage) link.hash = location.hash;
}

/**
 * An entry of the choice. An edition that has no such page is entered at its title page.
 *
 * @param {Edition} edition
 * @returns {HTMLLIElement}
 */
function entryOf({ version: its, title, properties }) {
  const isThere = properties.pages.includes(page);
  const link = element("a", { href: new URL(its + (isThere ? page : "/"), work).href }, title);
  if (isThere) samePage.push(link);
  if (its === version) link.ariaCurrent = "true";
  return element("li", {}, link);
}

/**
 * Puts the choice in the place of the link to the list.
 *
 * @param {Element} all the link
 * @param {Edition[]} editions the newest first
 */
function offer(all, editions) {
  const list = element("ul", {}, ...editions.map(entryOf));
  const summary = element("summary", {}, all.textContent ?? "");
  const choice = element("details", {}, summary, list);
  const close = (/** @type {Event} */ { target }) => {
    if (!(target instanceof Node && choice.contains(target))) choice.open = false;
  };
  all.replaceWith(choice);
  all.textContent = gettext("The list of editions");
  list.append(element("li", {}, all));
  keepPassage();
  addEventListener("click", close);
  addEventListener("focusin", close);
  choice.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    choice.open = false;
    summary.focus();
  });
  if (latest && editions[0].version !== version) {
    latest.textContent = gettext("This page in the newer edition"); // no longer than what it says without a script
    nav?.classList.add("editions--old");
  }
}

async function start() {
  const all = nav?.querySelector("[rel=version-history]");
  if (!all || location.protocol === "file:") return;
  addEventListener("hashchange", keepPassage);
  keepPassage();
  try {
    const response = await fetch(new URL("versions.json", work));
    const editions = response.ok ? await response.json() : [];
    if (editions.length) offer(all, editions);
  } catch {
    // The links are there.
  }
}

start();
