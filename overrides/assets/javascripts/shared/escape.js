/** @type {(text: string) => string} the same as HTML */
export function escape(text) {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
