// What every page runs. It only adds ease: a page is whole without it. What many visits never need is fetched when it is first of
// use: previews, citations, the search, what is found or quoted. What the reader did to ask for it is then done again, so that
// the first time is like every other.

import "./page/drawer.js";
import { watch } from "./page/first-use.js";
import "./page/scheme.js";
import "./page/switches.js";
import { isPlainPress, isTouch } from "./shared/links.js";
import { addStylesheet, siteAddress } from "./shared/site.js";
import { gettext } from "./shared/texts.js";

/** @import { Load } from "./page/first-use.js" */

const LINKS = ".md-content a[href*='#']";
const OPENERS = "a.cite__open";

/** @type {Load} */
const loadPreview = () => Promise.all([import("./preview.js"), addStylesheet("preview.css")]);
/** @type {Load} */
const loadCite = () => Promise.all([import("./cite.js"), addStylesheet("cite-panel.css")]);
/** @type {Load} */
const loadQuote = () => Promise.all([import("./quote.js"), addStylesheet("quote.css")]);
const loadSearch = () => Promise.all([import("./search.js"), addStylesheet("search.css")]);

/** @type {Load} */
const loadValues = () => import("./figure-values.js");

// --- Links and figures that a script answers ---

watch(
  loadPreview,
  LINKS,
  ["pointerover", "focusin", "click"],
  (event) => event.type === "click" ? isTouch(event) && isPlainPress(event) : !isTouch(event),
);
watch(loadCite, OPENERS, ["click"], isPlainPress);
watch(loadValues, ".figure__drawings", ["pointerover"], () => true);
watch(loadValues, ".figure__drawings:focus-visible", ["focusin"], () => true);

// --- The strings of a citation and what is cited, when they come near ---

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    loadCite().catch(() => {}); // each string can be selected without it
  },
  { rootMargin: "50%" },
);
for (const root of document.querySelectorAll("[data-cite], [aria-labelledby=references]")) near.observe(root);

// --- A selection, and words that were looked for ---

function onSelection() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode?.parentElement?.closest(".md-content")) return;
  document.removeEventListener("selectionchange", onSelection);
  loadQuote().catch(() => document.addEventListener("selectionchange", onSelection));
}
document.addEventListener("selectionchange", onSelection);

if (/[?&]h=/.test(location.search)) import("./found-words.js");

// --- A page that comes back as it was left ---

addEventListener("pageshow", async ({ persisted }) => {
  if (persisted) (await import("./restored.js")).restore();
});

// --- The search, when it is opened ---

const field = document.querySelector("[name=query]");
const toggle = /** @type {HTMLInputElement | null} */ (document.querySelector("#__search"));
/** @type {Worker | undefined} */
let worker;

function sayFailed() {
  document.querySelector(".md-search-result__meta")?.replaceChildren(gettext("The search could not be loaded"));
}

/**
 * Starts the worker before the script that asks it, and the index on its way to the browser's cache before the worker asks for
 * it, so that a distant server is waited for once and not three times.
 *
 * @returns {Worker}
 */
function startWorker() {
  const started = new Worker(siteAddress("assets/javascripts/search-worker.js"), { type: "module" });
  started.addEventListener("error", sayFailed);
  fetch(siteAddress("search/search_index.json")).catch(() => {});
  return started;
}

function startSearch() {
  if (location.protocol !== "file:") worker ??= startWorker(); // from disk there is none
  loadSearch().then(([{ start }]) => start(worker)).catch(sayFailed);
}

if (field && toggle) {
  field.addEventListener("focus", startSearch);
  // The theme opens the search only if it saw the focus elsewhere before, for which it looks in a timer, and the browser puts timers
  // off while key follows upon key. This waits for the end of a click on the field's label, which opens it too.
  field.addEventListener("focus", () =>
    setTimeout(() => {
      if (document.activeElement === field && !toggle.checked) toggle.click();
    }));
  toggle.addEventListener("change", startSearch);
  if (toggle.checked || document.activeElement === field) startSearch();
}
