/** The decoder in front of spoiled shards: thousands here, always the same; a million in `make uji-fuzz`. */

import assert from "node:assert/strict";
import test from "node:test";
import { fuzz } from "./fuzz.mjs";

test("a spoiled shard is refused or read whole, and costs neither the tab nor a second", async () => {
  const { runs, refused, whole, wrong } = await fuzz(4000, 20261126);
  assert.deepEqual(wrong, []);
  assert.equal(refused + whole, runs);
  assert.ok(refused > runs / 3 && whole > runs / 10, "spoiling too much or too little proves nothing");
});
