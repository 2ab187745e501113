// What is remembered from page to page. Storage may be forbidden; then each page begins anew.

/**
 * @param {string} key of what was remembered
 * @returns {string} what was remembered, or nothing
 */
export function recall(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/**
 * @param {string} key of what is to be remembered
 * @param {string} value what is to be remembered
 */
export function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is only forgotten.
  }
}
