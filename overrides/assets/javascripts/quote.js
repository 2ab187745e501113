// Offers to copy a selection together with its citation. Fetched with the first selection (main.js); what is copied is
// worked out by quotation.js, which is fetched with the first offer.

import { placeAfter } from "./quoting/placing.js";
import { ARTICLE, LETTER, LINE, partOf, piecesOf } from "./quoting/selection.js";
import { copyByEvent, copyText } from "./shared/clipboard.js";
import { element } from "./shared/element.js";
import { gettext } from "./shared/texts.js";

/** @import { Piece } from "./quoting/selection.js" */

const LONGEST = 10_000; // characters: who selects more does not want to quote it
const SETTLED = 200; // milliseconds after which a selection is taken for made
const READING = 4_000; // milliseconds in which what the control says can be read
const HINT = gettext("The Tab key leads to “Copy with citation”"); // said once on a page

const loadQuotation = () => import("./quotation.js");

// --- The control ---

const button = element("button", { type: "button", class: "quote__copy" }, gettext("Copy with citation"));
const status = element("span", { class: "quote__status visually-hidden", role: "status" });
const control = element("span", { class: "quote", popover: "manual" }, button, status);
/** @type {Piece[]} what is selected */
let pieces = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let shown = new AbortController(); // ended when the control is hidden
let isTabbed = false; // whether the key has been pressed since the selection was made
let isHinted = false;

/**
 * @param {string} words
 * @param {boolean} isSeen whether they are for all readers, or only for those who listen
 */
function say(words, isSeen) {
  status.classList.toggle("visually-hidden", !isSeen);
  status.textContent = ""; // so that the same words are spoken again
  requestAnimationFrame(() => {
    status.textContent = words;
    if (control.isConnected) placeAfter(control, pieces[pieces.length - 1]);
  });
}

/** @returns {Piece[]} what is selected now, if it can be quoted */
function quotable() {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : undefined;
  const top = range?.commonAncestorContainer;
  const isOurs = (top instanceof Element ? top : top?.parentElement)?.closest(ARTICLE);
  const selected = range && isOurs && range.toString().length < LONGEST ? piecesOf(range) : [];
  return selected.some((piece) => LETTER.test(partOf(piece))) ? selected : [];
}

async function press() {
  const selected = quotable(); // which may have grown a moment ago; and a tap may have taken it away
  if (selected.length) pieces = selected;
  let loaded;
  try {
    loaded = await loadQuotation();
  } catch {
    say(gettext("Could not copy: the citation did not load"), true);
    return;
  }
  const copied = await loaded.compose(pieces);
  const isCopied = (await copyText(copied.text, copied.html)) || copyByEvent(copied);
  say(isCopied ? copied.said : gettext("Could not copy: this browser does not allow it here"), true);
}

/** Fetches what a press will need: some browsers let only a press itself copy. */
async function prepare() {
  try {
    const loaded = await loadQuotation();
    loaded.prepare(pieces);
  } catch {
    // The press says what went wrong.
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === "Escape") hide();
  if (event.key !== "Tab" || isTabbed) return;
  isTabbed = true;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || control.contains(document.activeElement)) {
    return;
  }
  event.preventDefault(); // browsers go on from where a selection began; next in order is what follows it
  button.focus();
}

function hide() {
  if (!control.isConnected) return;
  control.hidePopover();
  control.remove();
  status.textContent = "";
  shown.abort();
}

/** Shows the control at the end of the selection's block, so that it is the next thing in the order of reading too. */
function show() {
  const block = pieces[pieces.length - 1].node.parentElement?.closest(LINE);
  isTabbed = false;
  if (block && control.parentElement !== block) {
    hide();
    block.append(control);
    control.showPopover();
    shown = new AbortController();
    document.addEventListener("keydown", onKey, { signal: shown.signal });
    addEventListener("resize", () => placeAfter(control, pieces[pieces.length - 1]), { signal: shown.signal });
  }
  if (status.textContent !== HINT) say(isHinted ? "" : HINT, false); // else it is still being said, and the words were added to
  isHinted = true;
  placeAfter(control, pieces[pieces.length - 1]);
  loadQuotation().catch(() => {}); // the press tries again
}

/** @type {(one: Piece | undefined, other: Piece | undefined) => boolean} whether both are the same words */
function isSame(one, other) {
  return one?.node === other?.node && one?.start === other?.start && one?.end === other?.end;
}

function offer() {
  if (document.querySelector(":active")) return wait(); // the mouse still selects
  const selected = quotable();
  if (!selected.length) return hide();
  const isKnown = isSame(pieces[0], selected[0]) && isSame(pieces.at(-1), selected.at(-1));
  pieces = selected;
  if (!control.isConnected || !isKnown) show(); // what it said of the same words stays
}

/** @param {number} [time] milliseconds until the control is offered */
function wait(time = SETTLED) {
  clearTimeout(timer);
  timer = setTimeout(offer, time);
}

control.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays, and so does the focus
button.addEventListener("click", press);
button.addEventListener("pointerenter", prepare);
button.addEventListener("focus", prepare);
document.addEventListener("selectionchange", () => {
  const isCollapsed = getSelection()?.isCollapsed;
  if (isCollapsed && !control.isConnected) return clearTimeout(timer);
  // A tap on the control may take the selection away; what it said is still read.
  wait(isCollapsed && status.textContent && !status.classList.contains("visually-hidden") ? READING : SETTLED);
}, { passive: true });
wait(); // for the selection with which it was fetched
