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
  const main = page.querySelector("main");
  if (!main) throw new Error(`${url} is no citation page`);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (main.querySelectorAll("a[href]"))) {
    link.href = new URL(link.getAttribute("href") ?? "", url).href;
  }
  return document.importNode(main, true);
}
