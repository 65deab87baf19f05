/** Files: each format as a document, and the way out and back. */
import { readFile } from "node:fs/promises";
import { fromJSON, toCSV, toHTML, toJSON, toMarkdown, toSchemaOrg, toWebAnnotation } from "../../www/lib/export/index.js";
import { expect, test } from "./page.js";
import { annotator, TEXT } from "./fixture.js";
/** @import { Locator, Page } from "@playwright/test" */

const ARTICLE = annotator.annotate(TEXT);

test("CSV: one row a finding, its words in it, formulas defused", () => {
  expect(toCSV(ARTICLE, "quotes").split("\r\n")).toEqual([
    '"paragraph","kind","speaker","role","words","cue","polarity","certainty","start","end"',
    '"1","direct","Ada Quill","head, Osterby Weavers’ Guild","We kept the looms running, […] Nobody else would.","said","asserts","certain","51","156"',
    '"2","mixed","Ada Quill","head, Osterby Weavers’ Guild","the guild “will not sign” before summer","told","asserts","certain","195","234"',
    '"2","indirect","Ada Quill","head, Osterby Weavers’ Guild","having met the owners","denied","denies","certain","247","268"',
    '"3","indirect","a clerk","","the books were burnt","said","asserts","unsure","284","304"',
    "",
  ]);
  for (const [name, cell] of [["=1+1", `"'=1+1"`], ["+44", `"'+44"`], ["-x", `"'-x"`], ["@a", `"'@a"`], ['a "b"', '"a ""b"""'], ["a\nb", '"a\nb"']]) {
    const entities = ARTICLE.entities.map((entity) => ({ ...entity, name: name ?? "" }));
    expect(toCSV({ ...ARTICLE, entities }, "people").split("\r\n")[1]?.startsWith(cell ?? "")).toBe(true);
  }
});

test("Markdown: notes by speaker", () => {
  expect(toMarkdown(ARTICLE)).toBe(`# Mill to close after a century

Published Friday 5 March 2021.

## Who speaks

### Ada Quill, head, Osterby Weavers’ Guild

- ¶1 (direct): “We kept the looms running, \\[…\\] Nobody else would.”
- ¶2 (mixed): the guild “will not sign” before summer
- ¶2 (indirect, denied): having met the owners

### a clerk

- ¶3 (indirect, unsure): the books were burnt

## When

- Fri 5 Mar 2021 (2021-03-05): “5 March”
- Fri 5 Mar 2021 (2021-03-05): “Friday”
- summer 2021 (2021-SU): “summer”, unsure

## Organisations

- Osterby Weavers’ Guild (OWG): 3×
`);
});

test("HTML: everything escaped, dates as <time>", () => {
  const hostile = annotator.annotate(`<script>alert("1")</script> & 'so'`);
  expect(toHTML(hostile)).toBe("<article lang=\"en\">\n<p>&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62; &#38; &#39;so&#39;</p>\n</article>\n");
  expect(toHTML(ARTICLE)).toContain('<time class="date" datetime="2021-03-05">5 March</time>');
  expect(toHTML(ARTICLE)).toContain('<span class="direct" data-speaker="Ada Quill">“We kept the looms running,”</span>');
});

test("Web Annotation counts code points, and its words are there", () => {
  const { quotes } = ARTICLE;
  const text = `🚢 ${TEXT}`;
  const moved = { ...ARTICLE, text, mentions: [], dates: [], quotes: quotes.map((quote) => ({ ...quote, content: quote.content.map(({ start, end }) => ({ start: start + 3, end: end + 3 })) })) };
  const { first: { items } } = /** @type {any} */ (toWebAnnotation(moved));
  const [, position] = items[3].target[0].selector;
  expect([...text].slice(position.start, position.end).join("")).toBe("the books were burnt");
  expect(items[3].target[0].selector[0].exact).toBe("the books were burnt");
});

test("schema.org names who is quoted", () => {
  const { hasPart, datePublished } = /** @type {any} */ (toSchemaOrg(ARTICLE));
  expect(datePublished).toBe("2021-03-05");
  expect(hasPart[0]).toMatchObject({ "@type": "Quotation", creator: { "@type": "Person", name: "Ada Quill", jobTitle: "head" } });
});

test("a native file comes back as it was; anything else is refused in words", () => {
  expect(fromJSON(toJSON(ARTICLE))).toEqual(ARTICLE);
  for (const [file, message] of [["", "not JSON"], ["[]", "not a file written by pressmark"], ['{"schema":"pressmark/2"}', "pressmark/1"], ['{"schema":"pressmark/1"}', "no text"], ['{"schema":"pressmark/1","text":""}', "no list of paragraphs"]]) {
    expect(() => fromJSON(file ?? ""), file).toThrow(message);
  }
});

test("correct, save, reload, open: the same state", async ({ reader, page }) => {
  await reader.fixture();
  await reader.text.getByText("the books were burnt").click();
  await reader.article.getByLabel("Speaker").selectOption("Ada Quill");
  await page.keyboard.press("Escape");
  await page.locator("press-mark-published").getByRole("button", { name: "Change date" }).click();
  await page.locator("press-mark-published input").fill("2027-03-05");
  await page.locator("press-mark-published").getByRole("button", { name: "Count from this day" }).click();
  await page.getByRole("button", { name: "Export" }).click();
  const { name, content: saved } = await save(page, page.getByRole("button", { name: "pressmark file" }));
  expect(name).toBe("mill-to-close-after-a-century.json");
  page.on("dialog", (question) => question.accept()); // The page asks before corrections are lost.
  await page.reload();
  await reader.fixture("");
  await reader.article.locator("input[type=file]").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(saved) });
  await expect(reader.text).toContainText("A clerk said");
  const again = await reader.article.evaluate((element) => Reflect.get(element, "annotation"));
  expect(toJSON(again)).toBe(saved);
});

test("every button saves a file", async ({ reader, page }) => {
  await reader.fixture();
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByText("For other programs").click();
  const saved = new Map();
  for (const button of await page.locator("#export button[value]").all()) {
    const { name, content } = await save(page, button);
    expect(content.length, name).toBeGreaterThan(100);
    saved.set(name.replace(/^mill-to-close-after-a-century\./, ""), content);
  }
  for (const [end, words] of [["tei.xml", "<TEI"], ["tml", "<TIMEX3"], ["ninjs.json", '"people"'], ["quotes.jsonl", "Ada Quill"], ["citron.json", "Ada Quill"], ["spacy.json", "PERSON"], ["ann", "Ada Quill"], ["txt", "Ada Quill"]]) {
    expect(saved.get(end), end).toContain(words);
  }
});

test("the browser really saves it", async ({ reader, page, browserName }) => {
  test.skip(browserName === "firefox", "Debian's Firefox tells a test nothing of downloads");
  await reader.fixture();
  await page.getByRole("button", { name: "Export" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Notes" }).click();
  expect(await readFile(await (await saving).path(), "utf8")).toContain("# Mill to close");
});

/**
 * What a button hands to the browser to save.
 *
 * @param {Page} page
 * @param {Locator} button
 * @returns {Promise<{ name: string, content: string }>}
 */
async function save(page, button) {
  await page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      Reflect.set(window, "blob", blob);
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      Reflect.set(window, "fileName", this.download);
    };
  });
  await button.click();
  return page.evaluate(async () => ({ name: Reflect.get(window, "fileName"), content: await Reflect.get(window, "blob").text() }));
}
