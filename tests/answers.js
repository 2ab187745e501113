// Answers queries outside the browser: deno run --allow-read answers.js INDEX < QUERIES, a list in JSON.
// Prints a list, again in JSON, of the addresses that each query finds in their order and of the milliseconds that each
// of its keys took, as if it were typed letter by letter.

import { SearchEngine } from "../overrides/assets/javascripts/search/engine.js";

const engine = await SearchEngine.open(JSON.parse(Deno.readTextFileSync(Deno.args[0])));
/** @type {string[]} */
const queries = await new Response(Deno.stdin.readable).json();

/**
 * @param {string} typed
 * @returns {number} milliseconds until it is answered
 */
function timed(typed) {
  const start = performance.now();
  engine.answer(typed);
  return performance.now() - start;
}

const answers = queries.map((query) => ({
  addresses: engine.answer(query).items.flat().filter(({ score }) => score > 0).map(({ location }) => location),
  times: Array.from(query, (_, at) => timed(query.slice(0, at + 1))),
}));
await Deno.stdout.write(new TextEncoder().encode(JSON.stringify(answers)));
