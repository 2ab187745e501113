/**
 * @param {string} text
 * @returns {string} the same as HTML
 */
export function escape(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
