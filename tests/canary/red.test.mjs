import assert from "node:assert/strict";
import { test } from "node:test";

test("a red JavaScript test", () => assert.equal(1 + 1, 3));
