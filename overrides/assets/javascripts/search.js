// The search: beneath the theme's interface, which asks and shows, our own index, loaded when the search is first opened.

import { showAddress } from "./shared/address-bar.js";
import { indexFromDisk } from "./search/disk.js";
import { filters, showFilters, withFilter } from "./search/filters.js";
import { gettext } from "./shared/texts.js";

/** @import { Answer } from "./search/engine.js" */

const [READY, QUERY, RESULT] = [1, 2, 3]; // the theme's types of messages
const IDLE = 400; // milliseconds after which a search is put into the address
const LONGEST = 300; // letters of it that are

const field = /** @type {HTMLInputElement} */ (document.querySelector("input[name=query]"));
const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
const status = /** @type {Element} */ (document.querySelector(".md-search-result__meta"));

/** @type {((typed: string) => void) | undefined} asks the index, once something can be asked */
let ask;
let typed = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let isStarted = false;

/**
 * Hands a message to the theme, as its worker would (partials/before-theme.html).
 *
 * @param {number} type
 * @param {Answer} [data]
 */
function send(type, data) {
  document.dispatchEvent(new CustomEvent("search:answer", { detail: { type, data } }));
}

/** @type {(answer: Answer) => string} how much was found */
function summary({ count, isNearest, items }) {
  if (!typed.trim()) return gettext("Type to search: words, “phrases”, labels such as 8a");
  if (!count) return isNearest && items.length ? gettext("Nothing found. The nearest:") : gettext("Nothing found");
  return count === 1 ? gettext("1 result") : gettext("%(count)s results", { count });
}

/**
 * Shows an answer. What comes for a query that is no longer asked would only flicker.
 *
 * @param {string} query that is answered
 * @param {Answer} answer
 */
function receive(query, answer) {
  if (query !== typed) return;
  send(RESULT, answer);
  status.textContent = summary(answer);
  clearTimeout(timer);
  timer = setTimeout(putIntoAddress, IDLE);
}

// --- Loading: a worker; from disk, where none is allowed and nothing can be fetched, this page itself ---

async function startHere() {
  const { SearchEngine } = await import("./search-worker.js");
  const engine = await SearchEngine.open(await indexFromDisk(), () => new Promise((resolve) => setTimeout(resolve)));
  ask = (query) => receive(query, engine.answer(query));
  send(READY);
}

/** @type {(worker: Worker) => void} what is asked before the worker can answer, it answers then */
function useWorker(worker) {
  worker.addEventListener("message", ({ data }) => receive(data.typed, data.answer));
  ask = (query) => worker.postMessage(query);
  send(READY);
}

// --- What is typed: the theme only looks at the field when a key is let go, and so misses what is pasted by the mouse, dictated,
// filled in, composed or emptied ---

function tellTheme() {
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

// --- The address, so that a search can be shared and opened again ---

function putIntoAddress() {
  const address = new URL(location.href);
  if (toggle.checked && typed.trim()) address.searchParams.set("q", typed.slice(0, LONGEST));
  else address.searchParams.delete("q");
  showAddress(address);
}

// --- Panels: one that is open would lie over the search ---

function closePanels() {
  for (const panel of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(":popover-open"))) {
    panel.hidePopover();
  }
}

// --- Keys: the theme would close the search at Tab, though there are results, and take every key for the field; and at the Enter
// that ends a composition in Safari, where it comes after the end, it would open a result ---

const COMPOSING = 229; // the code of every key of a composition

/** @param {KeyboardEvent} event in the field or a filter */
function keepFromTheme(event) {
  const { target, key, keyCode } = event;
  const isOurs = target === field ? keyCode === COMPOSING || (key === "Tab" && field.value) : key !== "Escape";
  if (isOurs) event.stopPropagation();
}

function watch() {
  document.addEventListener("search:ask", (event) => {
    const { type, data } = /** @type {CustomEvent} */ (event).detail;
    if (type !== QUERY) return;
    typed = data;
    showFilters(typed);
    ask?.(typed);
  });
  closePanels();
  toggle.addEventListener("change", () => toggle.checked ? closePanels() : putIntoAddress());
  field.addEventListener("input", tellTheme);
  field.form?.addEventListener("reset", () => setTimeout(tellTheme)); // once it is empty
  field.addEventListener("keydown", keepFromTheme);
  const search = field.closest(".md-search");
  search?.addEventListener("focusout", (event) => {
    const { relatedTarget } = /** @type {FocusEvent} */ (event);
    if (relatedTarget instanceof Node && !search.contains(relatedTarget) && toggle.checked) toggle.click();
  });
  for (const select of filters) {
    select.addEventListener("change", () => {
      field.value = withFilter(field.value, select);
      tellTheme();
    });
    select.addEventListener("keydown", keepFromTheme);
  }
}

/**
 * Starts the search, once.
 *
 * @param {Worker | undefined} worker that answers; from disk there is none
 * @returns {Promise<void>} fulfilled when it can be asked
 * @throws {Error} if the search cannot be had
 */
export async function start(worker) {
  if (isStarted) return;
  isStarted = true;
  watch();
  if (worker) useWorker(worker);
  else await startHere();
}
