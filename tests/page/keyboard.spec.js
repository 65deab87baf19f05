import { expect, test } from "./page.js";

test.beforeEach(({ reader }) => reader.fixture());

/** @param {import("./page.js").Reader} reader */
function chosen(reader) {
  return reader.article.evaluate((element) => Reflect.get(element, "selected"));
}

test("J, K and N walk over quotations and doubts, round the end", async ({ reader, page }) => {
  await reader.text.focus();
  const walked = [];
  for (const key of ["j", "j", "k", "k", "n", "n", "n"]) {
    await page.keyboard.press(key);
    walked.push(await chosen(reader));
  }
  expect(walked).toEqual(["q-looms", "q-sign", "q-looms", "q-books", "d-summer", "q-books", "d-summer"]);
});

test("a step is said aloud: kind, place, speaker, words", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("j");
  await expect(reader.article.getByRole("status")).toHaveText("Direct quotation 1 of 4, Ada Quill: We kept the looms running, […] Nobody else would.");
});

test("Enter explains, Escape closes, Escape again chooses nothing, and the focus stays", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(reader.article.getByRole("dialog")).toContainText("Ada Quill");
  await page.keyboard.press("Escape");
  await expect(reader.article.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("Escape");
  expect(await chosen(reader)).toBeNull();
  await page.keyboard.press("j");
  expect(await chosen(reader)).toBe("q-looms");
});

test("numbers show and hide kinds", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("4");
  expect(await reader.article.getAttribute("show")).toBe("quotes organisations dates unsure");
  await page.keyboard.press("4");
  expect(await reader.article.getAttribute("show")).toBeNull();
});

test("E edits, and what is typed there is no command", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("e");
  await expect(reader.box).toBeFocused();
  await page.keyboard.press("j");
  expect(await chosen(reader)).toBeNull();
});

test("the article is one tab stop", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("Tab");
  await expect(reader.article).not.toBeFocused();
});

test("a question mark lists the keys", async ({ reader, page }) => {
  await reader.text.focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});
