import { expect, test } from "./page.js";
import { TEXT } from "./fixture.js";
/** @import { Page } from "@playwright/test" */
/** @import { Reader } from "./page.js" */

test.beforeEach(({ reader }) => reader.fixture());

/** @param {Reader} reader */
function notes(reader) {
  return reader.text.locator(".note").evaluateAll((all) => all.map((note) => Reflect.get(note, "dataset").note));
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
      const at = node.nodeValue?.indexOf(words) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    }
  }, words);
}

test("another speaker in two clicks, and back with undo", async ({ reader, page }) => {
  await reader.text.getByText("the books were burnt").click();
  await reader.article.getByLabel("Speaker").selectOption("Ada Quill");
  expect(await notes(reader)).toEqual(["Quill", "Quill, contd", "Quill, mixed", "Quill, denies", "Quill"]);
  await expect(page.locator("press-mark-speakers summary").first()).toContainText("4quotes");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  expect((await notes(reader)).at(-1)).toBe("a clerk ?");
  await page.getByRole("button", { name: "Redo" }).click();
  expect((await notes(reader)).at(-1)).toBe("Quill");
});

test("a speaker whom the text does not name", async ({ reader }) => {
  await reader.text.getByText("the books were burnt").click();
  await reader.article.getByLabel("Speaker").selectOption("Somebody else…");
  await reader.article.getByLabel("Name").fill("Otto Brand");
  await reader.article.getByLabel("Name").press("Enter");
  expect((await notes(reader)).at(-1)).toBe("Otto Brand");
});

test("“That’s right” empties the list", async ({ page }) => {
  const check = page.locator("press-mark-check");
  await check.getByRole("button", { name: "That’s right" }).first().click();
  await check.getByRole("button", { name: "That’s right" }).first().click();
  await expect(check).toContainText("Nothing doubtful is left.");
});

test("by keyboard, the focus goes on to what stands in the place of what is done", async ({ page }) => {
  const check = page.locator("press-mark-check");
  await check.getByRole("button", { name: "That’s right" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(check.getByRole("listitem")).toHaveCount(1);
  await expect(check.getByRole("button", { name: "That’s right" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(check).toContainText("Nothing doubtful is left.");
});

test("a speaker chosen with the arrow keys counts on Enter, not on the way", async ({ reader, page }) => {
  await reader.text.focus();
  for (const key of ["k", "s", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  expect((await notes(reader)).at(-1), "nothing yet").toBe("a clerk ?");
  await page.keyboard.press("ArrowDown");
  const chosen = await reader.article.getByLabel("Speaker").evaluate((field) => Reflect.get(field, "selectedOptions")[0].textContent);
  await page.keyboard.press("Enter");
  await expect(page.locator("press-mark-speakers")).toContainText(chosen);
  await expect(reader.article.getByLabel("Speaker"), "the focus stays").toBeFocused();
  await page.keyboard.press("Escape");
  await expect(reader.text, "and goes back to the article").toBeFocused();
});

test("words are selected by the arrow keys, said aloud, and marked", async ({ reader, page }) => {
  await reader.text.focus();
  for (const key of ["k", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft"]) await page.keyboard.press(key);
  await expect(reader.article.getByRole("status")).toHaveText("books were");
  await expect(reader.article.getByRole("toolbar")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(reader.article.getByRole("toolbar")).toBeHidden();
  for (const key of ["ArrowRight", "o"]) await page.keyboard.press(key);
  await expect(reader.text.locator("mark.organisation", { hasText: "the" }).last()).toBeVisible();
});

test("a kind, an end, a removal, by keyboard alone", async ({ reader, page }) => {
  await reader.text.focus();
  for (const key of ["k", "d"]) await page.keyboard.press(key);
  await expect(reader.text.locator("mark.direct", { hasText: "the books were burnt" })).toHaveCount(1);
  await page.keyboard.press("[");
  await expect(reader.text.locator("mark.direct").last()).toHaveText("the books were");
  await page.keyboard.press("]");
  await expect(reader.text.locator("mark.direct").last()).toHaveText("the books were burnt");
  await page.keyboard.press("Delete");
  await expect(reader.text.locator("mark", { hasText: "the books" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(reader.text.locator("mark.direct").last()).toHaveText("the books were burnt");
});

test("a date's value", async ({ reader, page }) => {
  await reader.text.getByText("summer", { exact: true }).click();
  await reader.article.getByLabel("Value").fill("2022-07");
  await reader.article.getByLabel("Value").press("Enter");
  await expect(page.locator("press-mark-timeline")).toContainText("July 2022");
});

test("selected words become an organisation everywhere, whole words only", async ({ reader, page }) => {
  await reader.text.focus();
  await select(page, "ooms");
  await reader.article.getByRole("toolbar").getByRole("button", { name: "Organisation" }).click();
  await expect(reader.text.locator("mark.organisation", { hasText: "looms" })).toHaveCount(1);
  await expect(page.locator("press-mark-organisations")).toContainText("looms");
});

test("selected words become a quotation, by key", async ({ reader, page }) => {
  await reader.text.focus();
  await select(page, "head of the");
  await page.keyboard.press("q");
  await expect(reader.article.getByRole("dialog", { name: "Indirect quotation" })).toBeVisible();
  await reader.article.getByLabel("Speaker").selectOption("Ada Quill");
  await expect(reader.text.locator("mark.indirect", { hasText: "head of the" })).toHaveCount(1);
});

test("corrections survive edits of the text elsewhere; those that do not fit are listed, not dropped", async ({ reader, page }) => {
  await reader.text.getByText("the books were burnt").click();
  await reader.article.getByLabel("Speaker").selectOption("Ada Quill");
  await page.keyboard.press("Escape");
  await page.evaluate((text) => Object.assign(document.getElementById("article") ?? {}, { value: `${text} Nothing else is known.` }), TEXT);
  await expect(page.locator("press-mark-check")).toContainText("Could not be put back");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("press-mark-check")).not.toContainText("Could not be put back");
  expect((await notes(reader)).at(-1)).toBe("Quill");
});

test("a page can keep a correction out", async ({ reader, page }) => {
  await page.evaluate(() => document.addEventListener("before-edit", (event) => event.preventDefault()));
  await reader.text.focus();
  for (const key of ["j", "Delete"]) await page.keyboard.press(key);
  expect((await notes(reader)).length).toBe(5);
});

test("rename, merge and split somebody on their card", async ({ reader, page }) => {
  const card = page.locator("press-mark-speakers details").first();
  await card.getByRole("button", { name: "Rename" }).click();
  await card.getByLabel("New name").fill("Ada M. Quill");
  await card.getByLabel("New name").press("Enter");
  await expect(card).toContainText("Ada M. Quill");
  await card.getByRole("button", { name: "Merge with…" }).click();
  await card.getByRole("button", { name: "They are one" }).click();
  await expect(page.locator("press-mark-speakers summary")).toHaveText([/Ada M. Quill.*4quotes/]);
  await card.getByRole("button", { name: "Split…" }).click();
  await card.getByLabel("A clerk (1)").check();
  await card.getByLabel("Name of the other").fill("Otto Brand");
  await card.getByRole("button", { name: "Split", exact: true }).click();
  await expect(page.locator("press-mark-speakers summary")).toHaveText([/Ada M. Quill.*3quotes/, /Otto Brand.*1quote/]);
  expect((await notes(reader)).at(-1)).toBe("Otto Brand");
});

test("another article begins without the corrections of the last", async ({ reader, page }) => {
  await page.locator("press-mark-check").getByRole("button", { name: "That’s right" }).first().click();
  await page.getByRole("button", { name: "New" }).click();
  await reader.paste("A shorter text.");
  await expect(page.locator("press-mark-check")).not.toContainText("Could not be put back");
  await reader.text.press("Control+z");
  await reader.article.evaluate((element) => Reflect.get(element, "undo").call(element));
  await expect(page.locator("press-mark-check")).toContainText("1 of 14 marks");
});
