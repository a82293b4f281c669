/** Many spoiled shards: `node fuzz.mjs RUNS SEED`. Prints what came of them; ends with 1 when anything was wrong. */

import { fuzz } from "../web/node/fuzz.mjs";

const MEMORY = 256; // MB that the whole process may ever take
const [runs, seed] = process.argv.slice(2).map(Number);
const begun = performance.now();
const { wrong, ...tally } = await fuzz(runs, seed);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
if (memory > MEMORY) wrong.push(`${memory} MB`);
console.log(JSON.stringify({ seed, ...tally, wrong: wrong.length, memory, minutes: Math.round((performance.now() - begun) / 6000) / 10 }));
console.log(wrong.slice(0, 20).join("\n"));
process.exitCode = wrong.length ? 1 : 0;
