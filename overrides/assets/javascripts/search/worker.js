// Runs the search beside the page, where it is not part of the page itself; it is handed the index, and then what is typed.
"use strict";

if (typeof document === "undefined") {
  let engine;
  addEventListener("message", async ({ data: { index, typed } }) => {
    engine ??= SearchEngine.open(JSON.parse(new TextDecoder().decode(index)));
    const answer = typed === undefined ? undefined : (await engine).answer(typed);
    await engine;
    postMessage({ typed, answer });
  });
}
