// Runs the search beside the page, where it is not part of the page itself: reads the index, and then answers what is typed.
"use strict";

if (typeof document === "undefined") {
  const read = async () => {
    const response = await fetch("search_index.json"); // from beside this script
    if (!response.ok) throw new Error(response.statusText);
    const opened = await SearchEngine.open(await response.json());
    await new Promise((resolve) => setTimeout(resolve)); // what was typed meanwhile is heard first, and only the last of it answered
    return opened;
  };
  const engine = read();
  engine.catch((error) => reportError(error));
  let last;
  addEventListener("message", async ({ data: typed }) => {
    last = typed;
    const ready = await engine;
    if (typed === last) postMessage({ typed, answer: ready.answer(typed) }); // and nothing that was typed before it meanwhile
  });
}
