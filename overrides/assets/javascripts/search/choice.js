/**
 * What a filter is set to by what was typed behind its name, finished or not.
 *
 * @param {string[]} names that it may be set to
 * @param {string} value that was typed
 * @returns {string | undefined} the name that it is or begins, else the longest that it goes on from
 */
export function chosen(names, value) {
  if (names.includes(value)) return value;
  const begun = names.filter((name) => value.startsWith(name)).sort((one, other) => other.length - one.length);
  return names.find((name) => name.startsWith(value)) ?? begun[0];
}
