/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name its tag
 * @param {Record<string, string>} [attributes] by their names
 * @param {...(Node | string)} children what it holds, in order
 * @returns {HTMLElementTagNameMap[Name]} the element, which is not in the page yet
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
