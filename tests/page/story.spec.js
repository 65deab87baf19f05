/** Whole stories, with the real engine: a reporter works on an article, by pointer and by keyboard, and takes it away and back. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "./page.js";
/** @import { Page } from "@playwright/test" */
/** @import { Reader } from "./page.js" */

/** The page's own sample, and the article that the product is judged by where it is there: it is no part of the repository. */
const ARTICLES = {
  "the sample": /<template id="sample-article">([^]*?)<\/template>/.exec(readFileSync(new URL("../../www/index.html", import.meta.url), "utf8"))?.[1] ?? "",
  ...given(new URL("../../../shared/gold/acceptance-article.txt", import.meta.url)),
};

for (const [name, text] of Object.entries(ARTICLES)) {
  test(`${name}: pasted, corrected with the pointer, saved, opened again`, async ({ reader, page }) => {
    await reader.paste(text);
    await expect(reader.text).toBeVisible();
    const found = await annotation(reader);
    expect(found.quotes.length).toBeGreaterThan(5);

    const note = reader.text.locator(".note").first();
    await note.click();
    await reader.article.getByLabel("Speaker").selectOption("Somebody else…");
    await reader.article.getByLabel("Name").fill("Otto Brand");
    await reader.article.getByLabel("Name").press("Enter");
    await expect(page.locator("press-mark-speakers")).toContainText("Otto Brand");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await annotation(reader), "undone, it is as it was").toEqual(found);

    const card = page.locator("press-mark-speakers details").first();
    const before = found.entities.length;
    await card.getByRole("button", { name: "Merge with…" }).click();
    await card.getByRole("button", { name: "They are one" }).click();
    expect((await annotation(reader)).entities.length).toBe(before - 1);

    const word = repeated(text, found);
    await select(page, word);
    await reader.article.getByRole("toolbar").getByRole("button", { name: "Organisation" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Redo" }).click();
    const added = (await annotation(reader)).entities.find((/** @type {any} */ { name, type }) => name === word && type === "organisation");
    expect(added.mentions.length, `every “${word}”`).toBeGreaterThan(1);

    await page.locator("press-mark-published").getByRole("button", { name: "Change date" }).click();
    await page.locator("press-mark-published input").fill("2031-10-08");
    await page.locator("press-mark-published").getByRole("button", { name: "Count from this day" }).click();
    await expect(page.locator("press-mark-published")).toContainText("8 October 2031");
    await comesBack(reader, "pointer");
  });

  test(`${name}: the same by keyboard alone`, async ({ reader, page }) => {
    await reader.clip(text);
    await tabTo(page, "textbox", "Article text");
    await page.keyboard.press("Control+V");
    await expect(reader.text).toBeFocused();
    const found = await annotation(reader);

    for (const key of ["j", "s"]) await page.keyboard.press(key);
    await expect(reader.article.getByLabel("Speaker")).toBeFocused();
    await page.keyboard.type("Somebody");
    await page.keyboard.press("Enter");
    if (!(await reader.article.getByLabel("Name").isVisible())) await page.keyboard.press("Tab");
    await expect(reader.article.getByLabel("Name")).toBeFocused();
    await page.keyboard.type("Otto Brand");
    await page.keyboard.press("Enter");
    await expect(page.locator("press-mark-speakers")).toContainText("Otto Brand");
    await page.keyboard.press("Escape");
    await expect(reader.text).toBeFocused();
    await page.keyboard.press("Control+z");
    expect(await annotation(reader), "undone, it is as it was").toEqual(found);

    await page.keyboard.press("f");
    await tabTo(page, "button", "Merge with…");
    await page.keyboard.press("Enter");
    await tabTo(page, "button", "They are one");
    await page.keyboard.press("Enter");
    expect((await annotation(reader)).entities.length).toBe(found.entities.length - 1);

    await tabTo(page, "article", "Article with marks", "Shift+Tab");
    await page.keyboard.press("Escape");
    const word = await walkTo(reader, repeated(text, found));
    await page.keyboard.press("o");
    const added = (await annotation(reader)).entities.find((/** @type {any} */ { name, type }) => name === word && type === "organisation");
    expect(added.mentions.length, `every “${word}”`).toBeGreaterThan(1);

    await tabTo(page, "button", "Change date", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("10082031");
    await page.keyboard.press("Enter");
    await expect(page.locator("press-mark-published")).toContainText("8 October 2031");
    await comesBack(reader, "keyboard");
  });
}

/**
 * Saves, reloads, opens: what was there is there again.
 *
 * @param {Reader} reader
 * @param {"pointer" | "keyboard"} by
 */
async function comesBack(reader, by) {
  const { page } = reader;
  const before = await annotation(reader);
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      Reflect.set(window, "saved", blob);
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await push(page, "Export", by, "Shift+Tab");
  await push(page, "pressmark file", by);
  const saved = await page.evaluate(() => Reflect.get(window, "saved").text());
  page.on("dialog", (question) => question.accept()); // The page asks before corrections are lost.
  await page.reload();
  await expect(reader.article).toBeVisible();
  await page.evaluate(() => Reflect.get(document.getElementById("article") ?? {}, "ready"));
  await page.evaluate(() => Object.assign(document.getElementById("article") ?? {}, { value: "" })); // What the browser kept of the form.
  const choosing = page.waitForEvent("filechooser");
  await push(page, "Open a file", by);
  await (await choosing).setFiles({ name: "article.json", mimeType: "application/json", buffer: Buffer.from(saved) });
  await expect(reader.text).toBeVisible();
  expect(await annotation(reader)).toEqual(before);
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {"pointer" | "keyboard"} by
 * @param {"Tab" | "Shift+Tab"} [key]
 */
async function push(page, name, by, key) {
  if (by === "pointer") return page.getByRole("button", { name }).first().click();
  await tabTo(page, "button", name, key);
  await page.keyboard.press("Enter");
}

/**
 * Presses Tab until something has the focus, as somebody without a mouse does.
 *
 * @param {Page} page
 * @param {"button" | "textbox" | "article"} role
 * @param {string} name
 * @param {"Tab" | "Shift+Tab"} key
 */
async function tabTo(page, role, name, key = "Tab") {
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const role = element?.tagName === "TEXTAREA" ? "textbox" : (element?.tagName ?? "").toLowerCase();
      return [role, element?.getAttribute("aria-label") ?? element?.textContent ?? ""];
    });
    if (focused[0] === role && focused[1]?.trim() === name) return;
  }
  throw new Error(`Tab never came to the ${role} “${name}”`);
}

/**
 * Walks from word to word until one is selected.
 *
 * @param {Reader} reader
 * @param {string} word
 */
async function walkTo(reader, word) {
  for (let steps = 0; steps < 400; steps += 1) {
    await reader.page.keyboard.press("ArrowRight");
    if ((await reader.article.getByRole("status").textContent()) === word) return word;
  }
  throw new Error(`the arrow keys never came to “${word}”`);
}

/**
 * Selects words in the article.
 *
 * @param {Page} page
 * @param {string} words in one text node
 */
async function select(page, words) {
  await page.evaluate((words) => {
    const article = document.getElementById("article")?.shadowRoot?.querySelector("article");
    const walker = document.createTreeWalker(article ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.search(new RegExp(`\\b${words}\\b`)) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    }
  }, words);
}

/**
 * A word that the text has several times, outside of every mark's own words.
 *
 * @param {string} text
 * @param {any} annotation
 * @returns {string}
 */
function repeated(text, { mentions, dates }) {
  const marked = [...mentions, ...dates].map(({ start, end }) => text.slice(start, end)).join(" ");
  const words = [...text.matchAll(/[a-z]{6,}/g)].map(([word]) => word);
  const found = words.find((word) => !marked.includes(word) && [...text.matchAll(new RegExp(`\\b${word}\\b`, "g"))].length > 1);
  if (!found) throw new Error("no word stands twice in the text");
  return found;
}

/**
 * @param {Reader} reader
 * @returns {Promise<any>}
 */
function annotation(reader) {
  return reader.article.evaluate((element) => Reflect.get(element, "annotation"));
}

/** @param {URL} place */
function given(place) {
  return existsSync(place) ? { "the acceptance article": readFileSync(place, "utf8") } : {};
}
