/** `<press-mark>` on somebody else's page. */
import { readFile } from "node:fs/promises";
import { expect, test } from "./page.js";

const EMBED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Embed</title>
<form id="form"><press-mark id="one" name="article" notes="inline"><h2>Mill to close</h2><p>“No,” said Ada Quill.</p></press-mark></form>
<press-mark-speakers for="one"></press-mark-speakers>
<script type="module" src="/lib/element/define.js"></script>`;

test.beforeEach(async ({ reader }) => {
  reader.files.set("/embed.html", EMBED);
  await reader.open("/embed.html");
});

test("its own content is the article, paragraph by paragraph", async ({ page }) => {
  expect(await page.locator("#one").evaluate((element) => Reflect.get(element, "value"))).toBe("Mill to close\n\n“No,” said Ada Quill.");
  await expect(page.locator("#one article > *")).toHaveCount(2);
});

test("a property set before the element is defined counts", async ({ page }) => {
  const value = await page.evaluate(async () => {
    const { PressMarkElement } = await import(String("/lib/element/index.js"));
    const early = document.createElement("late-mark");
    Object.assign(early, { value: "Early.", notes: "none", published: "2024-05-14" });
    document.body.append(early);
    customElements.define("late-mark", class extends PressMarkElement {});
    await Reflect.get(early, "ready");
    return [Reflect.get(early, "value"), early.getAttribute("notes"), early.getAttribute("published"), Object.hasOwn(early, "value")];
  });
  expect(value).toEqual(["Early.", "none", "2024-05-14", false]);
});

test("defining twice, or under another name, is harmless", async ({ page }) => {
  const names = await page.evaluate(async () => {
    const { define } = await import(String("/lib/element/index.js"));
    define();
    define({ prefix: "acme" });
    define({ prefix: "acme" });
    return ["press-mark", "acme-mark", "acme-mark-speakers"].map((name) => Boolean(customElements.get(name)));
  });
  expect(names).toEqual([true, true, true]);
});

test("short settings reflect both ways", async ({ page }) => {
  const seen = await page.locator("#one").evaluate((element) => {
    Object.assign(element, { published: "2024-05-14", locale: "en-GB", show: "quotes", kinds: "direct", editable: true, disabled: true });
    const attributes = ["published", "locale", "show", "kinds", "editable", "disabled"].map((name) => element.getAttribute(name));
    for (const name of ["published", "locale", "show", "kinds", "editable", "disabled"]) element.removeAttribute(name);
    return [attributes, ["published", "locale", "show", "kinds", "editable", "disabled"].map((name) => Reflect.get(element, name))];
  });
  expect(seen).toEqual([["2024-05-14", "en-GB", "quotes", "direct", "", ""], [null, "", "", "", false, false]]);
});

test("in a form it sends the annotation as JSON", async ({ page }) => {
  const sent = await page.evaluate(() => {
    const form = document.getElementById("form");
    return form instanceof HTMLFormElement ? String(new FormData(form).get("article")) : "";
  });
  expect(JSON.parse(sent)).toMatchObject({ schema: "pressmark/1", text: "Mill to close\n\n“No,” said Ada Quill." });
});

test("setting a property fires no annotation-change, the user's hand does", async ({ page }) => {
  const heard = await page.locator("#one").evaluate((element) => {
    /** @type {string[]} */
    const heard = [];
    for (const type of ["annotated", "annotation-change"]) element.addEventListener(type, () => heard.push(type));
    Reflect.set(element, "value", "Another text.");
    Reflect.get(element, "undo").call(element);
    return heard;
  });
  expect(heard).toEqual(["annotated", "annotated", "annotation-change"]);
});

test("states tell what is shown", async ({ page }) => {
  const states = await page.locator("#one").evaluate(async (element) => {
    const matched = () => ["empty", "editing", "loading"].filter((state) => element.matches(`:state(${state})`));
    const reading = matched();
    Object.assign(element, { editable: true, editing: true });
    const editing = matched();
    Object.assign(element, { value: "" });
    return [reading, editing, matched()];
  });
  expect(states).toEqual([[], ["editing"], ["empty"]]);
});

test("another page styles it by parts and custom properties", async ({ page }) => {
  await page.addStyleTag({ content: "press-mark { --press-mark-ink: rgb(1, 2, 3); } press-mark::part(paragraph) { margin-left: 7px; }" });
  await expect(page.locator("#one article")).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(page.locator("#one article > *").last()).toHaveCSS("margin-left", "7px");
});

test("the manifest says what the elements have", async ({ page }) => {
  const manifest = JSON.parse(await readFile(new URL("../../www/lib/custom-elements.json", import.meta.url), "utf8"));
  const declared = manifest.modules.flatMap((/** @type {any} */ module) => module.declarations);
  const [main] = declared;
  const seen = await page.evaluate((/** @type {string[]} */ tags) => ({
    defined: tags.map((tag) => Boolean(customElements.get(tag))),
    observed: Reflect.get(customElements.get("press-mark") ?? {}, "observedAttributes"),
    parts: [...document.querySelectorAll("#one")].flatMap((one) => [...one.shadowRoot?.querySelectorAll("[part]") ?? []].flatMap(({ part }) => [...part])),
  }), declared.map((/** @type {any} */ { tagName }) => tagName));
  const attributes = main.attributes.map((/** @type {any} */ { name }) => name);
  expect(seen.defined).not.toContain(false);
  expect(attributes).toEqual(expect.arrayContaining(seen.observed));
  expect(main.cssParts.map((/** @type {any} */ { name }) => name)).toEqual(expect.arrayContaining(seen.parts.filter((/** @type {string} */ part) => part !== "doubt" && part !== "headline")));
});
