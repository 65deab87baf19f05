/** The guides: what a block of JavaScript prints is what the block after it says. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = `${root}artefacts/docs`; // within the package, so that it finds itself by name

for (const guide of readdirSync(`${root}docs`)) {
  const text = readFileSync(`${root}docs/${guide}`, "utf8");

  for (const [place, [, code, printed]] of [...text.matchAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs)].entries()) {
    test(`${guide}, block ${place + 1}`, () => {
      mkdirSync(scratch, { recursive: true });
      writeFileSync(`${scratch}/${guide}-${place}.mjs`, code);
      assert.equal(execFileSync(process.execPath, [`${scratch}/${guide}-${place}.mjs`], { encoding: "utf8" }), printed);
    });
  }

  test(`${guide} leads somewhere`, () => {
    const links = [...text.matchAll(/\]\((?!#)([^)#]+)/g)].map(([, link]) => link);
    assert.deepEqual(links.filter((link) => !existsSync(`${root}docs/${link}`)), []);
    assert.equal(text.match(/```js\n/g)?.length, text.match(/```text\n/g)?.length, "every block of JavaScript says what it prints");
  });
}
