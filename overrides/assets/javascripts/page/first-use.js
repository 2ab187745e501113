// What a script answers, fetched when it is first of use: until it is there the press of a link is held back; if it cannot be had
// the page just works.

import { addressOf, isTouch } from "../shared/links.js";

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
 * @param {Event} event on a part of the page
 * @param {Element} part such as a link
 * @param {Load} load fetches what answers it
 */
async function answer(event, part, load) {
  const isPress = event.type === "click";
  if (isPress) event.preventDefault();
  latest.set(load, event);
  try {
    await load();
    loaded.add(load);
  } catch {
    if (isPress) location.assign(addressOf(part));
    return;
  }
  if (latest.get(load) !== event) return;
  // A finger has gone when the script is there, and is meant all the same.
  if (event.type === "pointerover" && !isTouch(event) && !part.matches(":hover")) return;
  if (event.type === "focusin" && document.activeElement !== part) return;
  const SameEvent = /** @type {typeof Event} */ (event.constructor);
  const again = new SameEvent(event.type, event);
  repeated.add(again);
  event.target?.dispatchEvent(again);
}

/**
 * Watches parts of the page for what a script will answer.
 *
 * @param {Load} load fetches that script
 * @param {string} selector of the parts
 * @param {string[]} types of the events
 * @param {(event: Event) => boolean} isMeant whether it is the script's to answer an event
 */
export function watch(load, selector, types, isMeant) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      if (loaded.has(load) || repeated.has(event) || !(event.target instanceof Element) || !isMeant(event)) return;
      const part = event.target.closest(selector);
      if (part) answer(event, part, load);
    });
  }
}
