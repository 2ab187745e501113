// Runs the search beside the page, where it is not part of the page itself: reads the index, and then answers what is typed.
"use strict";

if (typeof document === "undefined") {
  const read = async () => {
    const response = await fetch("search_index.json"); // from beside this script
    if (!response.ok) throw new Error(response.statusText);
    const engine = await SearchEngine.open(await response.json());
    postMessage({});
    return engine;
  };
  const engine = read();
  engine.catch((error) => reportError(error));
  addEventListener("message", async ({ data: typed }) => postMessage({ typed, answer: (await engine).answer(typed) }));
}
