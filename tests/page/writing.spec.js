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

test("what was typed counts at once for who asks, and keys that come together are read together", async ({ reader }) => {
  await reader.fixture();
  const told = await reader.article.evaluate(async (element) => {
    const article = /** @type {any} */ (element);
    article.editing = true;
    const area = article.shadowRoot.querySelector("textarea");
    let drawn = 0;
    article.addEventListener("annotated", () => (drawn += 1));
    const type = (/** @type {string} */ letters) => [...letters].forEach((letter) => {
      area.value = letter + area.value;
      area.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    });
    type("cba");
    const asked = [article.value.slice(0, 3), drawn, article.annotation.text.slice(0, 3), drawn];
    type("fed");
    await new Promise((resolve) => setTimeout(resolve, 500));
    const later = [drawn, article.session.text.slice(0, 6)];
    type("i");
    article.undo(); // all that was typed is one step
    return [...asked, ...later, article.value.slice(0, 4), area.value.slice(0, 4)];
  });
  expect(told).toEqual(["abc", 0, "abc", 1, 2, "defabc", "Mill", "Mill"]);
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

/** Markup that some sanitiser somewhere let through: none of it may run, load or be an element, however it comes in. */
const MUTATIONS = [
  `<img src=x onerror="owned=1">`, `<svg/onload=owned=1>`, `<body onload=owned=1>`, `<video><source onerror="owned=1"></video>`,
  `<a href="javascript:owned=1" autofocus onfocus="owned=1">go</a>`, `<form action="javascript:owned=1"><input type=submit autofocus onfocus=owned=1></form>`,
  `<noscript><p title="</noscript><img src=x onerror=owned=1>"></noscript>`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=owned=1&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=owned=1>">`, `<form><math><mtext></form><form><mglyph><style></math><img src onerror=owned=1>`,
  `<iframe srcdoc="<script>parent.owned=1</script>"></iframe>`, `<object data="https://elsewhere.test/x"></object><embed src="https://elsewhere.test/y">`,
  `<link rel=stylesheet href="https://elsewhere.test/x.css"><style>@import "https://elsewhere.test/y.css"; p { background: url(https://elsewhere.test/z) }</style>`,
  `<meta http-equiv=refresh content="0;url=https://elsewhere.test/"><base href="https://elsewhere.test/">`, `<template shadowrootmode=open><script>owned=1</script></template>`,
  `<p style="background:url(https://elsewhere.test/a)" onclick=owned=1>Text.</p>`, `<x-y is=press-mark onpointerenter=owned=1>Text.</x-y>`, `&lt;script&gt;owned=1&lt;/script&gt;`,
];

test("no mutation of markup gets in, by clipboard, file or drop, and none gets out again", async ({ reader, page, context }) => {
  const before = reader.requests.length;
  const html = MUTATIONS.map((markup) => `<div>${markup}</div><p>“No,” said Ada Quill.</p>`).join("\n");
  const ways = {
    clipboard: () => reader.paste("", html),
    text: () => reader.paste(html),
    file: () => reader.article.locator("input[type=file]").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(html) }),
    markdown: () => reader.article.locator("input[type=file]").setInputFiles({ name: "a.md", mimeType: "text/markdown", buffer: Buffer.from(html) }),
    drop: () => page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, html),
  };
  for (const [way, bring] of Object.entries(ways)) {
    await bring();
    await expect(reader.text, way).toContainText("“No,” said Ada Quill.");
    const strange = await page.evaluate(() => {
      const all = [...document.getElementById("article")?.shadowRoot?.querySelectorAll("article *") ?? []];
      const known = new Set(["P", "H2", "H3", "MARK", "SPAN"]);
      return all.filter((element) => !known.has(element.tagName) || element.getAttributeNames().some((name) => !/^(part|class|dir|data-\w+)$/.test(name))).map((element) => element.outerHTML);
    });
    expect(strange, way).toEqual([]);
    const out = await page.evaluate(async () => {
      const { toHTML, toMarkdown } = await import(String("/lib/export/index.js"));
      const annotation = Reflect.get(document.getElementById("article") ?? {}, "annotation");
      return [toHTML(annotation, { style: "highlighted" }), toMarkdown(annotation)];
    });
    const other = await context.newPage();
    await other.setContent(out[0]);
    expect(await other.evaluate(() => Reflect.get(window, "owned")), `${way}, exported`).toBeUndefined();
    expect(await other.locator("img, svg, iframe, script, object, form, link[href], a[href^=javascript]").count(), `${way}, exported`).toBe(0);
    await other.close();
    await page.getByRole("button", { name: "New" }).click();
  }
  expect(await page.evaluate(() => Reflect.get(window, "owned"))).toBeUndefined();
  expect(reader.requests.slice(before)).toEqual([]);
  reader.problems.length = 0; // What the page's rules refused, on top.
});

test("what is pasted or dropped beside the box is meant for it", async ({ reader, page }) => {
  await reader.clip(ARTICLE);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("Control+V");
  await expect(reader.text).toContainText("A clerk said");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["“Yes,” said Otto Brand."], "b.txt", { type: "text/plain" }));
    document.querySelector("header")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(reader.text).toContainText("said Otto Brand");
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
