import { expect, ORIGIN, test } from "./page.js";
import { TEXT } from "./fixture.js";

const ARTICLE = TEXT;

test("pasting shows the article in the same frame", async ({ reader, page }) => {
  await reader.clip(ARTICLE);
  await page.evaluate(() => {
    const article = document.getElementById("article");
    article?.addEventListener("paste", () => requestAnimationFrame(() => {
      document.body.dataset.inFrame = String(article.shadowRoot?.querySelectorAll("article > *").length);
    }), { capture: true });
  });
  await reader.box.focus();
  await page.keyboard.press("Control+V");
  await expect(reader.text).toBeVisible();
  await expect(reader.box).toBeHidden();
  expect(await page.locator("body").getAttribute("data-in-frame")).toBe("4");
});

test("editing swaps the box back in with every character", async ({ reader, page }) => {
  await reader.paste(ARTICLE);
  await page.getByRole("button", { name: "Edit text" }).click();
  await expect(reader.box).toHaveValue(ARTICLE);
  await reader.box.press("Control+End");
  await page.keyboard.type(" Nobody knows when.");
  await page.keyboard.press("Control+Enter");
  await expect(reader.text).toContainText("A clerk said the books were burnt. Nobody knows when.");
});

test("undo takes back typing in one step, then the paste; redo brings both again", async ({ reader, page }) => {
  await reader.paste(ARTICLE);
  await reader.text.press("e");
  await reader.box.press("Control+End");
  await page.keyboard.type(" More.");
  await page.keyboard.press("Escape");
  await reader.text.press("Control+z");
  expect(await value(page)).toBe(ARTICLE);
  await reader.text.press("Control+z");
  await expect(reader.box).toBeVisible();
  await page.getByRole("button", { name: "Bring back the last text" }).isHidden();
  await page.evaluate(() => Reflect.get(document.getElementById("article") ?? {}, "redo").call(document.getElementById("article")));
  await reader.text.press("Control+Shift+z");
  expect(await value(page)).toBe(`${ARTICLE} More.`);
});

test("a new article does not lose the old one", async ({ reader, page }) => {
  await reader.paste(ARTICLE);
  await page.getByRole("button", { name: "New" }).click();
  await expect(reader.box).toHaveValue("");
  await page.getByRole("button", { name: "Bring back the last text" }).click();
  expect(await value(page)).toBe(ARTICLE);
});

test("nothing is requested once the page is there, and it works without a network", async ({ reader, page, context }) => {
  const before = reader.requests.length;
  expect(reader.requests.every((url) => url.startsWith(ORIGIN) || url.startsWith("data:"))).toBe(true);
  await context.setOffline(true);
  await reader.paste(ARTICLE);
  await expect(reader.text).toContainText("A clerk said");
  await page.getByRole("button", { name: "New" }).click();
  await page.getByRole("button", { name: "Try the sample article" }).click();
  await expect(reader.text).toContainText("Ferry strike");
  expect(reader.requests.slice(before)).toEqual([]);
});

test("the page's own rules refuse a request", async ({ reader, page }) => {
  const rule = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
    fetch("/index.html").then(() => resolve("it went through"), () => {});
  }));
  expect(rule).toBe("connect-src");
  reader.problems.length = 0;
});

test("hostile text and HTML stay text", async ({ reader, page }) => {
  const hostile = `<img src=x onerror="document.title='owned'"> <script>document.title='owned'</script> said Ada Quill.`;
  await reader.paste(hostile);
  await expect(reader.text).toContainText("<img src=x");
  await page.getByRole("button", { name: "New" }).click();
  const before = reader.requests.length;
  await reader.paste("", `<p onclick="alert(1)">One <b>bold</b> word.<script>document.title='owned'</script></p><style>*{display:none}</style>
    <p><a href="javascript:alert(1)">Two</a><img src="https://elsewhere.test/x.png" onerror="document.title='owned'">.</p>
    <svg><script>document.title='owned'</script></svg><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>
    <iframe src="https://elsewhere.test/"></iframe><template><p>hidden</p></template><p hidden>unseen</p>`);
  expect(await value(page)).toBe("One bold word.\n\nTwo.");
  const inside = await page.evaluate(() => {
    const root = document.getElementById("article")?.shadowRoot;
    return root?.querySelectorAll("article :is(script, style, img, svg, math, iframe, a, [onclick])").length;
  });
  expect(inside).toBe(0);
  expect(await page.title()).not.toContain("owned");
  expect(reader.requests.slice(before)).toEqual([]);
  expect(reader.problems.splice(0).filter((problem) => !/violates|blocked/.test(problem)), "what the page's rules refused, and nothing else").toEqual([]);
});

test("pasting into a text that is being written puts the words where the caret is", async ({ reader, page }) => {
  await reader.paste("First. Third.");
  await reader.text.press("e");
  await reader.box.evaluate((area) => Reflect.get(area, "setSelectionRange").call(area, 7, 7));
  await reader.paste("Second. ");
  expect(await value(page)).toBe("First. Second. Third.");
});

test("a bad publication date is said, and the text stays", async ({ reader, page }) => {
  await reader.paste(ARTICLE);
  await page.evaluate(() => document.getElementById("article")?.setAttribute("published", "soon"));
  await expect(reader.article.getByRole("alert")).toContainText("soon");
  await expect(reader.text).toContainText("A clerk said");
});

/** @param {import("@playwright/test").Page} page */
function value(page) {
  return page.evaluate(() => Reflect.get(document.getElementById("article") ?? {}, "value"));
}
