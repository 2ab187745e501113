/**
 * Shows an address of this page in the address bar, without a new entry in the history.
 *
 * @param {URL} address of this page
 */
export function showAddress(address) {
  try {
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  } catch {
    // Some browsers refuse it to pages from disk.
  }
}
