// Reads other pages of the site. In the copy that is opened from disk, where a browser lets a page fetch nothing, the page itself
// is opened unseen in a frame and asked for its text, which offline.js sends.

export const FRAME = "asked-for-its-text"; // the name of such a frame
const PATIENCE = 10_000; // milliseconds to wait for such a page

// Of another page, its styles: they are not of use here, and the policy of this page would not let them be.
const STYLES = /<style\b.*?<\/style>/gs;

/** @typedef {{ page: Document, url: string }} Page a page without its styles, and where it was found */

/** @type {Map<string, Promise<Page>>} the pages that were read, by their addresses */
const pages = new Map();

/**
 * Reads a page, once.
 *
 * @param {string} address of the page
 * @returns {Promise<Page>}
 * @throws {Error} if it does not answer, or not with a page
 */
export function readPage(address) {
  const known = pages.get(address);
  if (known) return known;
  const reading = (location.protocol === "file:" ? fromFrame(address) : fromServer(address)).then(({ text, url }) => (
    { page: new DOMParser().parseFromString(text.replace(STYLES, ""), "text/html"), url }
  ));
  reading.catch(() => pages.delete(address)); // so that it is tried again
  pages.set(address, reading);
  return reading;
}

/**
 * @param {string} address of a page
 * @returns {Promise<{ text: string, url: string }>} its HTML, and where redirects have led
 */
async function fromServer(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return { text: await response.text(), url: response.url };
}

/**
 * @param {string} address of a page on the reader's disk
 * @returns {Promise<{ text: string, url: string }>} its HTML, and where redirects have led
 */
function fromFrame(address) {
  const frame = document.createElement("iframe");
  const answered = new Promise((resolve, reject) => {
    const asking = new AbortController();
    const end = () => {
      asking.abort();
      clearTimeout(timer);
      frame.remove();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${address} does not answer`));
    }, PATIENCE);
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      end();
      resolve(data);
    }, { signal: asking.signal });
  });
  frame.hidden = true;
  frame.name = FRAME;
  frame.src = address;
  document.body.append(frame);
  return answered;
}
