/** What the package has can stand wherever the contract it was built towards asks for it, but for the departures argued in DESIGN.md. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const contract = `${root}../shared/design/api.d.ts`;
const scratch = `${root}artefacts/contract`; // within the package, so that it finds itself by name

/** One line a departure: what the contract says, what the package does. */
const DEPARTURES = [
  ["readonly span: Span;\n  readonly organisation?", "readonly span?: Span;\n  readonly organisation?"],
  ['"user" | "names" | "import"', '"user" | "names"'],
  ['"body" | "caption" | "heading"', '"body" | "heading"'],
  ["readonly kind: QuoteKind; readonly speaker: EntityId | null }", "readonly kind: QuoteKind; readonly speaker: EntityId | { readonly type: EntityType; readonly name: string } | null }"],
  ["readonly id: QuoteId; readonly speaker: EntityId | null }", "readonly id: QuoteId; readonly speaker: EntityId | { readonly type: EntityType; readonly name: string } | null }"],
  ['"ambiguous" | "bad-span" }', '"ambiguous" | "bad-span" | "bad-value" }'],
  ['"redo" | "options" }>', '"redo" | "options" | "part" }>'],
];

test("the types agree with the contract", { skip: existsSync(contract) ? false : "no ../shared" }, () => {
  const asked = readFileSync(contract, "utf8").replace(/declare global [^]*/, "export {};\n"); // The same tags cannot be two classes.
  for (const [was] of DEPARTURES) assert.ok(asked.includes(was), was);
  mkdirSync(scratch, { recursive: true });
  writeFileSync(`${scratch}/api.d.ts`, DEPARTURES.reduce((text, [was, now]) => text.replace(was, now), asked));
  const types = [...asked.matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name);
  assert.ok(types.length > 40);
  const [elements, shapes] = [types.filter((name) => name.startsWith("PressMark")), types.filter((name) => !name.startsWith("PressMark"))];
  writeFileSync(`${scratch}/contract.ts`, `
    import type * as contract from "./api.js";
    import type * as own from "pressmark";
    import type * as inline from "pressmark/inline";
    import type * as worker from "pressmark/worker";
    import type * as input from "pressmark/input";
    import type * as writers from "pressmark/export";
    import type * as element from "pressmark/element";

    export type { ${elements.join(", ")} } from "pressmark/element";
    export type { ${shapes.join(", ")} } from "pressmark";
    declare function stands<Wanted>(here: Wanted): void;
    declare const all: typeof own & typeof inline & typeof worker & typeof input & typeof writers & typeof element;
    declare const error: own.EditError;
    declare const events: element.PressMarkEventMap & own.SessionEventMap;
    stands<Omit<typeof contract, "brand" | "default" | "EditError">>(all);
    stands<contract.EditError>(error); // Its constructor is nobody's but the package's.
    stands<contract.PressMarkEventMap & contract.SessionEventMap>(events);
    export const elements = (tags: HTMLElementTagNameMap): readonly element.PressMarkPanelElement[] =>
      [tags["press-mark-speakers"], tags["press-mark-timeline"], tags["press-mark-organisations"], tags["press-mark-check"]];
    export const settled: (tags: HTMLElementTagNameMap) => Promise<void> = (tags) => tags["press-mark"].ready;`);
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom,dom.iterable,esnext.disposable", "--module", "nodenext", "--types", ""];
  const { stdout, status } = spawnSync(`${root}node_modules/.bin/tsc`, [...options, `${scratch}/contract.ts`], { encoding: "utf8" });
  assert.deepEqual([stdout, status], ["", 0]);
});
