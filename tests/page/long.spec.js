/** Long texts: read part by part in the worker, while the page can be used. */
import { pathToFileURL } from "node:url";
import { oneFile } from "../../scripts/one-file.js";
import { expect, test } from "./page.js";
/** @import { Page } from "@playwright/test" */

/** A text of so many thousand characters, in which somebody else speaks from time to time and the last paragraph stands once. */
function text(/** @type {number} */ thousands) {
  const names = ["Ada Quill", "Otto Brand", "Ingrid Vale", "Tomas Adeyemi", "Helen Osei"];
  const paragraphs = ["Mill to close", "OSTERBY, 5 March 2024 – The looms stood still on Tuesday, the Osterby Weavers’ Guild said."];
  for (let turn = 0; paragraphs.length < thousands * 7; turn += 1) {
    paragraphs.push(`“We kept line ${turn} running for years,” said ${names[turn % names.length]}, a weaver of the mill. She added that nobody on the board had ever come by to see it for themselves.`);
  }
  return [...paragraphs, "“That was all,” said Marta Ende."].join("\n\n");
}

const LONG = text(300);

/** @param {Page} page */
function state(page) {
  return page.locator("#article").evaluate((/** @type {any} */ article) => ({
    value: article.value, reading: article.session.reading, progress: article.session.progress, quotes: article.annotation.quotes.length,
  }));
}

/** @param {Page} page */
async function settled(page) {
  await page.waitForFunction(() => !Reflect.get(document.getElementById("article") ?? {}, "session").reading, null, { timeout: 60_000 });
}

/** Makes the worker wait with all but the beginning, so that a test can look at what is meanwhile; `held` set to false lets it go on. @param {Page} page */
async function hold(page) {
  await page.evaluate(() => {
    const Own = Worker;
    Reflect.set(window, "held", true);
    Reflect.set(window, "Worker", class extends Own {
      /** @param {any} message */
      postMessage(message) {
        if (!Reflect.get(window, "held") || !(message.text?.length > 50_000)) super.postMessage(message);
      }
    });
  });
}

/** @param {Page} page what one run on the whole text finds */
function atOnce(page) {
  return page.evaluate(async () => {
    const { load } = await import(String("/lib/inline.js"));
    const article = /** @type {any} */ (document.getElementById("article"));
    const { edits, ...shown } = article.annotation;
    return JSON.stringify((await load()).annotate(article.value)) === JSON.stringify(shown);
  });
}

test("the beginning is marked at once, the rest follows, and all is as in one run", async ({ reader, page }) => {
  expect(LONG.length).toBeGreaterThan(300_000);
  const requests = reader.requests.length;
  await page.evaluate(() => {
    const article = /** @type {any} */ (document.getElementById("article"));
    const seen = /** @type {any[]} */ (Reflect.set(window, "seen", []) && Reflect.get(window, "seen"));
    document.addEventListener("annotated", (event) => event.target === article && article.value && seen.push({
      quotes: article.annotation.quotes.length, progress: article.session.progress, marking: article.matches(":state(marking)"),
      first: article.shadowRoot.querySelectorAll("article mark.direct").length, words: article.shadowRoot.querySelector(".progress span").textContent,
    }));
  });
  await reader.paste(LONG);
  await expect(reader.text.locator("mark.direct").first()).toBeVisible();
  await settled(page);
  const seen = await page.evaluate(() => Reflect.get(window, "seen"));
  expect(seen.length).toBeGreaterThan(3);
  expect(seen[0].marking && seen[0].quotes > 0).toBe(true);
  expect(seen.at(-1)).toMatchObject({ progress: 1, marking: false });
  expect(seen.map((/** @type {any} */ { progress }) => progress)).toEqual(seen.map((/** @type {any} */ { progress }) => progress).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b));
  expect(seen[1].words).toMatch(/^Marking the text: \d+ %$/);
  expect(await atOnce(page)).toBe(true);
  await expect(reader.article.locator(".progress")).toBeHidden();
  await expect(reader.article.getByRole("status")).toContainText("quotations by");
  expect(reader.requests.slice(requests).filter((url) => !url.startsWith("blob:"))).toEqual([]);
});

test("meanwhile the page answers, and is told to those who do not see it", async ({ reader, page }) => {
  await hold(page);
  await reader.paste(LONG);
  await expect(reader.article.getByRole("status")).toContainText("A long text");
  await expect(reader.article.getByRole("progressbar", { name: "Marked so far" })).toBeVisible();
  expect((await state(page)).reading).toBe(true);
  await reader.text.press("j");
  await expect(reader.text.locator(".hot").first()).toBeVisible();
  expect((await state(page)).reading).toBe(true);
  await expect(page.getByRole("button", { name: "Export" })).toBeDisabled();
});

test("stopping leaves the text as it is, with the marks so far, and it can be corrected and read on", async ({ reader, page }) => {
  await hold(page);
  await reader.paste(LONG);
  await page.getByRole("button", { name: "Stop" }).click();
  const stopped = await state(page);
  expect(stopped).toMatchObject({ value: LONG, reading: false });
  expect(stopped.progress).toBeLessThan(1);
  expect(stopped.quotes).toBeGreaterThan(0);
  await expect(reader.article.locator(".progress")).toContainText("of the text is marked");
  await reader.text.press("j");
  await reader.text.press("i");
  await expect(reader.text.locator(".hot.indirect").first()).toBeVisible();
  expect((await state(page)).reading).toBe(false);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(reader.text.locator(".indirect")).not.toHaveCount(0);
});

test("stopped, the rest can still be marked", async ({ reader, page }) => {
  await hold(page);
  await reader.paste(LONG);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.evaluate(() => Reflect.set(window, "held", false));
  await page.getByRole("button", { name: "Mark the rest" }).click();
  await settled(page);
  expect(await atOnce(page)).toBe(true);
});

test("a correction made before the end holds at the end", async ({ reader, page }) => {
  await reader.paste(LONG);
  await reader.text.press("j");
  await reader.text.press("i");
  await settled(page);
  expect(await page.evaluate(() => {
    const { annotation, session } = /** @type {any} */ (document.getElementById("article"));
    return [annotation.quotes[0].kind, session.failed.length, session.edits.length];
  })).toEqual(["indirect", 0, 1]);
});

test("typing keeps the marks that it does not touch, and the text is read again", async ({ reader, page }) => {
  await reader.paste(LONG);
  await settled(page);
  const before = await state(page);
  await page.getByRole("button", { name: "Edit" }).click();
  await reader.box.press("Control+End");
  await page.keyboard.type(" “And that,” said Ada Quill.");
  const during = await state(page);
  expect(during).toMatchObject({ value: `${LONG} “And that,” said Ada Quill.`, reading: true });
  expect(during.quotes).toBeGreaterThan(before.quotes - 3);
  await page.keyboard.press("Control+Enter");
  await settled(page);
  expect(await atOnce(page)).toBe(true);
  await reader.text.press("Control+z");
  await settled(page);
  expect((await state(page)).value).toBe(LONG);
  expect(await atOnce(page)).toBe(true);
});

test("where no worker is let in, the page reads it by itself", async ({ reader, page }) => {
  await page.evaluate(() => Reflect.set(window, "Worker", class { constructor() { throw new Error("no worker here"); } }));
  await reader.paste(LONG);
  await settled(page);
  expect((await state(page)).progress).toBe(1);
  expect(await atOnce(page)).toBe(true);
});

test("in the one-file copy too", async ({ page, context }) => {
  /** @type {string[]} */
  const problems = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const workers = page.waitForEvent("worker");
  await context.setOffline(true);
  await page.goto(pathToFileURL(await oneFile()).href);
  await page.evaluate(() => Reflect.get(document.getElementById("article") ?? {}, "ready"));
  await page.evaluate((text) => Object.assign(document.getElementById("article") ?? {}, { value: text }), LONG);
  await workers;
  await settled(page);
  expect(await state(page)).toMatchObject({ progress: 1, value: LONG });
  await expect(page.locator("press-mark-speakers")).toContainText("Marta Ende");
  expect(problems).toEqual([]);
});

test("a closed card of a long text is filled when it is opened, and all are when the page is printed", async ({ reader, page }) => {
  await reader.paste(text(30));
  const cards = page.locator("press-mark-speakers details");
  const inside = cards.nth(1).locator(".inside");
  await expect(inside).toBeEmpty();
  await cards.nth(1).locator("summary").click();
  await expect(inside.locator("li").first()).toBeVisible();
  await expect(cards.last().locator(".inside")).toBeEmpty();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(cards.last().locator(".inside li")).not.toHaveCount(0);
});
