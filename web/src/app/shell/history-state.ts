/**
 * A page that is loaded anew begins with its address alone. The router keeps more in the history of the browser: which page it
 * showed in place of the one that was asked for ("no access", "there is a problem"), and what had just been done. After a
 * reload the first may hold no longer, and the second has been said.
 */
export function forgetHistoryState(): void {
  window.history.replaceState(null, '');
}
