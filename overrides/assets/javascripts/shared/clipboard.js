/**
 * Copies rich and plain text at once, so that each program takes what it can.
 *
 * @param {string} text plain
 * @param {string} [html] the same, if it is more than plain
 * @returns {Promise<boolean>} whether the clipboard has it
 */
export async function copyText(text, html) {
  try {
    if (html && globalThis.ClipboardItem) {
      const blobs = {
        "text/plain": new Blob([text], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      };
      await navigator.clipboard.write([new ClipboardItem(blobs)]);
      return true;
    }
  } catch {
    // Some browsers refuse rich text alone.
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies where the clipboard is closed to scripts, as it is without https: it is still open while the browser itself copies.
 *
 * @param {{ text: string, html: string }} copied
 * @returns {boolean} whether the clipboard has it
 */
export function copyByEvent({ text, html }) {
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
