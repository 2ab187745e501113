// Links of the text. In a diagram they are of SVG, whose `href` is no address.

/** @typedef {HTMLAnchorElement | SVGAElement} Link */

/**
 * @param {EventTarget | null} node
 * @param {string} selector
 * @returns {Link | undefined} the link with that selector that a node is in
 */
export function linkAround(node, selector) {
  const found = node instanceof Element ? node.closest(selector) : null;
  return found instanceof HTMLAnchorElement || found instanceof SVGAElement ? found : undefined;
}

/**
 * @param {Link} link
 * @returns {URL} where it leads
 */
export function addressOf(link) {
  return new URL(link.getAttribute("href") ?? "", document.baseURI);
}
