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
