// Links of the text. In a diagram they are of SVG, whose `href` is no address.

/** @typedef {HTMLAnchorElement | SVGAElement} Link */

/** @type {(node: EventTarget | null, selector: string) => Link | undefined} the link with that selector that a node is in */
export function linkAround(node, selector) {
  const found = node instanceof Element ? node.closest(selector) : null;
  return found instanceof HTMLAnchorElement || found instanceof SVGAElement ? found : undefined;
}

/** @type {(link: Element) => URL} where it leads */
export function addressOf(link) {
  return new URL(link.getAttribute("href") ?? "", document.baseURI);
}

/** @type {(event: Event) => boolean} whether it is a press that opens a link here, and not in a tab or a window of its own */
export function isPlainPress(event) {
  if (!(event instanceof MouseEvent)) return false;
  return !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

/** @type {(event: Event) => boolean} whether a finger made it */
export function isTouch(event) {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
