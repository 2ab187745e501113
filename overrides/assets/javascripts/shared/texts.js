// What scripts show, in the language of the page: English here, and what it is else in the page itself (partials/texts.html).

/** @type {Record<string, string>} by the English texts */
const texts = JSON.parse(document.querySelector("#texts")?.textContent ?? "{}");

/**
 * @param {string} text in English
 * @param {Record<string, string | number>} [facts] for the places that name them, such as %(name)s
 * @returns {string} the text in the language of the page
 */
export function gettext(text, facts = {}) {
  return (texts[text] ?? text).replace(/%\((\w+)\)s/g, (_, name) => /** @type {string} */ (facts[name]));
}
