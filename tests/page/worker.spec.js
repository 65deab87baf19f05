/** The annotator in a worker, under a policy that lets it connect to nowhere, and under one that lets no `blob:` in. */
import { expect, ORIGIN, test } from "./page.js";
/** @import { Page } from "@playwright/test" */
/** @import { Reader } from "./page.js" */

const LONG = "On Friday, Otto Brand said that the ferry was late. “It is,” said Ada Quill.\n\n".repeat(400);
const POLICY = "default-src 'none'; connect-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'";

/**
 * An empty page with a policy, and the module under test.
 *
 * @param {Reader} reader
 * @param {string} policy
 */
async function open(reader, policy) {
  reader.files.set("/empty.html", Buffer.from(`<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>empty</title>`));
  reader.files.set("/own.js", Buffer.from('import "./lib/worker/thread.js";'));
  await reader.page.goto(`${ORIGIN}/empty.html`);
}

/**
 * @param {Page} page
 * @param {"own" | "function" | "none"} how  the worker is the page's own, is made by a function, or comes with the package
 */
function numbers(page, how) {
  return page.evaluate(async ([how, text]) => {
    const [{ createWorkerAnnotator }, { load }] = await Promise.all([import(String("/lib/worker/index.js")), import(String("/lib/inline.js"))]);
    const start = () => new Worker("/own.js", { type: "module" });
    const annotator = createWorkerAnnotator(how === "none" ? {} : { worker: how === "own" ? start() : start });
    const whole = (await load()).annotate(text);
    const parts = [];
    for await (const part of annotator.stream(text)) parts.push(part);
    const controller = new AbortController();
    const aborted = annotator.annotate(text.repeat(20), { signal: controller.signal }).then(() => "done", (/** @type {Error} */ error) => error.name);
    setTimeout(() => controller.abort(), 20);
    const seen = [await aborted, parts.length > 2, parts.at(-1).settled, JSON.stringify(parts.at(-1).annotation) === JSON.stringify(whole), (await annotator.annotate("“No,” said Ada Quill.")).quotes.length];
    annotator.dispose();
    return seen;
  }, /** @type {const} */ ([how, LONG]));
}

test("from a blob, where nothing may be fetched", async ({ reader, page }) => {
  await open(reader, `${POLICY}; worker-src blob:`);
  const before = reader.requests.length;
  expect(await numbers(page, "none")).toEqual(["AbortError", true, true, true, 1]);
  expect(reader.requests.slice(before).filter((url) => !url.startsWith("blob:") && !url.startsWith(`${ORIGIN}/lib/`))).toEqual([]);
});

for (const how of /** @type {const} */ (["own", "function"])) {
  test(`one's own (${how}), where no blob is let in`, async ({ reader, page }) => {
    await open(reader, `${POLICY}; worker-src 'self'`);
    expect(await numbers(page, how)).toEqual(["AbortError", true, true, true, 1]);
  });
}

test("where no worker is let in, the error says so", async ({ reader, page }) => {
  await open(reader, `${POLICY}; worker-src 'none'`);
  const code = await page.evaluate(async () => {
    const { createWorkerAnnotator } = await import(String("/lib/worker/index.js"));
    return createWorkerAnnotator().annotate("No.").catch((/** @type {{ code: string }} */ error) => error.code);
  });
  expect(code).toBe("worker-failed");
  reader.problems.length = 0; // The browser reports what its policy refused.
});
