// The filters beside the field. They are words of the query, such as kind:update.

import { chosen } from "./choice.js";

const FILTER = /(^|\s)(kind|verdict|outcome):(\S*)/gi;

export const filters = /** @type {HTMLSelectElement[]} */ ([...document.querySelectorAll("[data-filter]")]);

/** @type {(typed: string) => void} shows which filters a query has */
export function showFilters(typed) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const [, , name, value] of typed.matchAll(FILTER)) values[name.toLowerCase()] = value.toLowerCase();
  for (const select of filters) {
    const names = Array.from(select.options, ({ value }) => value).filter(Boolean);
    const value = values[select.dataset.filter ?? ""];
    select.value = (value && chosen(names, value)) || "";
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
