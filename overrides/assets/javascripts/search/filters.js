// The filters beside the field. They are words of the query, such as kind:update.

const FILTER = /(^|\s)(kind|verdict|outcome):(\S*)/gi;

export const filters = /** @type {HTMLSelectElement[]} */ ([...document.querySelectorAll("[data-filter]")]);

/** @type {(typed: string) => void} shows which filters a query has */
export function showFilters(typed) {
  /** @type {Record<string, string>} */
  const chosen = {};
  for (const [, , name, value] of typed.matchAll(FILTER)) chosen[name.toLowerCase()] = value.toLowerCase();
  for (const select of filters) {
    select.value = chosen[select.dataset.filter ?? ""] ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
}

/**
 * @param {string} typed
 * @param {HTMLSelectElement} select a filter that has been set
 * @returns {string} the query with that filter, or without it if it is to let all pass
 */
export function withFilter(typed, { dataset, value }) {
  const isOther = (/** @type {string} */ name) => name.toLowerCase() !== dataset.filter;
  const rest = typed.replace(FILTER, (part, _space, name) => (isOther(name) ? part : "")).trim();
  return [rest, value && `${dataset.filter}:${value}`].filter(Boolean).join(" ");
}
