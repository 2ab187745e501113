import { readPage } from "../shared/pages.js";

/**
 * The inside of the page on which a passage is cited, with addresses that hold on this page.
 *
 * @param {string} address of the citation page
 * @returns {Promise<HTMLElement>}
 * @throws {Error} if it cannot be had
 */
export async function readCitationPage(address) {
  const { page, url } = await readPage(address);
  const citations = /** @type {HTMLElement | null} */ (page.querySelector("[data-cite]"));
  if (!citations) throw new Error(`${url} is no citation page`);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (citations.querySelectorAll("a[href]"))) {
    link.href = new URL(link.getAttribute("href") ?? "", url).href;
  }
  return document.importNode(citations, true);
}
