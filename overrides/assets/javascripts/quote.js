// Offers to copy a selection together with its citation. Fetched with the first selection (main.js); what is copied is
// worked out by quotation.js, which is fetched with the first offer.

import { copyText } from "./shared/clipboard.js";
import { element } from "./shared/element.js";
import { ARTICLE, LETTER, LINE, partOf } from "./shared/selection.js";

/** @import { Piece } from "./shared/selection.js" */

const LONGEST = 10_000; // characters: who selects more does not want to quote it
const SETTLED = 200; // milliseconds after which a selection is taken for made
const READING = 4_000; // milliseconds in which what the control says can be read
const EDGE = 8; // pixels between the control and the edges of the window
const BELOW = 6; // pixels between it and the selection
const BELOW_HANDLE = 32; // the same on touch screens, where a handle stands below the selection
// What the edition sets around its text is never quoted, or not where the selection only runs over it.
const NEVER =
  ".claim__number, .annotation__label, .annotation__date, .cite__open, .cite, .quote, .for-ears, form, button, summary";
const PASSING =
  `.claim__facts, .claim__at, .claim__events, .annotation__facts, .event__claims, .entry__facts, .entry__kind,
  .reference__facts, .reference__basis, .reference__uses`;

// --- What is selected ---

/**
 * @param {Text} node
 * @param {Range} range that is selected
 * @returns {boolean} whether it is part of a quotation
 */
function isQuoted(node, range) {
  const parent = node.parentElement;
  const around = parent?.closest(PASSING);
  if (!parent || parent.closest(NEVER) || (around && !around.contains(range.commonAncestorContainer))) return false;
  return parent.checkVisibility();
}

/**
 * The text nodes of a range, each with the part that is selected.
 *
 * @param {Range} range
 * @returns {Piece[]} in the order of the text, without white space at either end
 */
function piecesOf(range) {
  const top = range.commonAncestorContainer;
  const walker = document.createTreeWalker(top instanceof Text ? top.parentElement ?? top : top, NodeFilter.SHOW_TEXT);
  /** @type {Piece[]} */
  const pieces = [];
  let gap = false;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (range.comparePoint(node, 0) > 0) break;
    if (!range.intersectsNode(node)) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    const isBlank = !node.data.slice(start, end).trim();
    if (isBlank && !pieces.length) continue; // a press on a paragraph ends at the start of the next
    const isKept = isQuoted(node, range);
    if (isKept) pieces.push({ node, start, end, gap });
    gap = isKept ? false : gap || !isBlank;
  }
  while (pieces.length && !partOf(pieces[pieces.length - 1]).trim()) pieces.pop();
  if (!pieces.length) return pieces;
  const [first, last] = [pieces[0], pieces[pieces.length - 1]];
  first.start += partOf(first).search(/\S/);
  last.end -= partOf(last).length - partOf(last).trimEnd().length;
  return pieces;
}

// --- Copying ---

const loadQuotation = () => import("./quotation.js");

/**
 * Copies where the clipboard is closed to scripts, as it is without https: it is still open while the browser itself copies.
 *
 * @param {{ text: string, html: string }} copied
 * @returns {boolean} whether the clipboard has it
 */
function copyByEvent({ text, html }) {
  const copying = new AbortController();
  document.addEventListener("copy", (event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    event.clipboardData?.setData("text/html", html);
  }, { capture: true, signal: copying.signal });
  const isCopied = document.execCommand("copy");
  copying.abort();
  return isCopied;
}

// --- The control ---

const button = element("button", { type: "button", class: "quote__copy" }, "Copy with citation");
const status = element("span", { class: "quote__status for-ears", role: "status" });
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
  status.classList.toggle("for-ears", !isSeen);
  status.textContent = ""; // so that the same words are spoken again
  requestAnimationFrame(() => {
    status.textContent = words;
    if (control.isConnected) place();
  });
}

async function press() {
  let loaded;
  try {
    loaded = await loadQuotation();
  } catch {
    say("Could not copy: the citation did not load", true);
    return;
  }
  const copied = await loaded.compose(pieces);
  const isCopied = (await copyText(copied.text, copied.html)) || copyByEvent(copied);
  say(
    isCopied ? `Copied with the citation of ${copied.name}` : "Could not copy: this browser does not allow it here",
    true,
  );
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

/** Places the control below the end of the selection: browsers set their own menu above it, and on touch screens a handle at it. */
function place() {
  const { node, end } = pieces[pieces.length - 1];
  const last = document.createRange();
  last.setStart(node, end - 1);
  last.setEnd(node, end);
  const box = last.getBoundingClientRect();
  const gap = matchMedia("(any-pointer: coarse)").matches ? BELOW_HANDLE : BELOW;
  const top = Math.max(EDGE, Math.min(box.bottom + gap, innerHeight - control.offsetHeight - EDGE));
  const width = document.documentElement.clientWidth - control.offsetWidth - EDGE;
  const left = Math.max(EDGE, Math.min(box.right - control.offsetWidth / 2, width));
  control.style.setProperty("--top", `${top + scrollY}px`);
  control.style.setProperty("--left", `${left + scrollX}px`);
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
    addEventListener("resize", place, { signal: shown.signal });
  }
  say(isHinted ? "" : "The Tab key leads to “Copy with citation”", false);
  isHinted = true;
  place();
  loadQuotation().catch(() => {}); // the press tries again
}

/**
 * @param {Piece | undefined} one
 * @param {Piece | undefined} other
 * @returns {boolean} whether both are the same words
 */
function isSame(one, other) {
  return one?.node === other?.node && one?.start === other?.start && one?.end === other?.end;
}

function offer() {
  if (document.querySelector(":active")) return wait(); // the mouse still selects
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : undefined;
  const top = range?.commonAncestorContainer;
  const isOurs = (top instanceof Element ? top : top?.parentElement)?.closest(ARTICLE);
  const selected = range && isOurs && range.toString().length < LONGEST ? piecesOf(range) : [];
  if (!selected.some((piece) => LETTER.test(partOf(piece)))) return hide();
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
  wait(isCollapsed && status.textContent && !status.classList.contains("for-ears") ? READING : SETTLED);
}, { passive: true });
wait(); // for the selection with which it was fetched
