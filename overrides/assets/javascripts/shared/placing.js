// Where something is shown, so that no edge of the window cuts it.

export const EDGE = 8; // pixels between it and the edges of the window, or what it belongs to

/** @type {(start: number, size: number, all: number) => number} where it can begin in a window of that size, in pixels */
export function within(start, size, all) {
  return Math.max(EDGE, Math.min(start, all - size - EDGE));
}

/** @type {(shown: HTMLElement, left: number, top: number) => void} puts it there, or as near to there as it is not cut */
export function putAt(shown, left, top) {
  const { offsetWidth: width, offsetHeight: height } = shown;
  shown.style.setProperty("--left", `${within(left, width, document.documentElement.clientWidth) + scrollX}px`);
  shown.style.setProperty("--top", `${within(top, height, innerHeight) + scrollY}px`);
}
