// Links that a script answers, fetched when it is first of use: until it is there their press is held back; if it cannot be had
// they just work.

import { addressOf, linkAround } from "../shared/links.js";

/** @import { Link } from "../shared/links.js" */
/** @typedef {() => Promise<unknown>} Load fetches a module and its styles; rejected, to be tried again, if it cannot */

/** @type {Set<Load>} what has been fetched */
const loaded = new Set();
/** @type {Map<Load, Event>} what the reader did last while it is being fetched: a tap focuses a link, and then presses it */
const latest = new Map();
/** @type {WeakSet<Event>} what was done again */
const repeated = new WeakSet();

/**
 * Fetches what answers an event, and then repeats it, unless the reader has gone on.
 *
 * @param {Event} event on a link
 * @param {Link} link
 * @param {Load} load fetches what answers it
 */
async function answer(event, link, load) {
  const isPress = event.type === "click";
  if (isPress) event.preventDefault();
  latest.set(load, event);
  try {
    await load();
    loaded.add(load);
  } catch {
    if (isPress) location.assign(addressOf(link));
    return;
  }
  if (latest.get(load) !== event) return;
  if (event.type === "pointerover" && !link.matches(":hover")) return;
  if (event.type === "focusin" && document.activeElement !== link) return;
  const SameEvent = /** @type {typeof Event} */ (event.constructor);
  const again = new SameEvent(event.type, event);
  repeated.add(again);
  event.target?.dispatchEvent(again);
}

/**
 * Watches links for what a script will answer.
 *
 * @param {Load} load fetches that script
 * @param {string} selector of the links
 * @param {string[]} types of the events
 * @param {(event: Event) => boolean} isMeant whether it is the script's to answer an event
 */
export function watch(load, selector, types, isMeant) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      const link = !loaded.has(load) && !repeated.has(event) && linkAround(event.target, selector);
      if (link && isMeant(event)) answer(event, link, load);
    });
  }
}

/**
 * @param {Event} event
 * @returns {boolean} whether it is a press that opens a link here, and not in a tab or a window of its own
 */
export function isPlainPress(event) {
  if (!(event instanceof MouseEvent)) return false;
  return !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

/**
 * @param {Event} event
 * @returns {boolean} whether a finger made it
 */
export function isTouch(event) {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
