/** Text out of what people have: pages, clipboards of word processors, files. */
import { strToU8, zipSync } from "fflate";
import { expect, test } from "./page.js";

/**
 * What a function of `input.js` makes of something.
 *
 * @param {import("@playwright/test").Page} page
 * @param {"textFromHTML" | "textFromFile"} how
 * @param {string | { name: string, bytes: number[] }} what
 */
function read(page, how, what) {
  return page.evaluate(async ([how, what]) => {
    const input = await import(String("/lib/input.js"));
    const given = typeof what === "string" ? what : new File([new Uint8Array(what.bytes)], what.name);
    return Promise.resolve(input[how](given)).catch((error) => `${error.name}: ${error.message}`);
  }, /** @type {const} */ ([how, what]));
}

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function file(name, content) {
  return { name, bytes: [...Buffer.from(content)] };
}

const WORD = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">';

/**
 * @param {string} xml
 * @param {0 | 6 | 9} [level]
 */
function docx(xml, level = 6) {
  return file("a.docx", zipSync({ "word/document.xml": strToU8(xml) }, { level }));
}

test("HTML keeps paragraphs and drops what is no article", async ({ page, reader }) => {
  /** @type {[string, string][]} */
  const cases = [
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"],
    ["One<br>line<br><br>Two", "One\nline\n\nTwo"],
    ["<p>Much \n\t space&nbsp;here</p>", "Much space here"],
    ["<ul><li>a</li><li>b</li></ul>", "a\n\nb"],
    ["<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"],
    ["<figure><img alt='x'><figcaption>Caption</figcaption></figure><p>Text</p>", "Text"],
    ["<nav>Home</nav><p>Text</p><button>Share</button>", "Text"],
    // Word puts empty paragraphs of its own between ours, and its styles in a comment.
    ["<!--[if gte mso 9]><xml>x</xml><![endif]--><style>p{}</style><p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Two<o:p></o:p></p>", "One\n\nTwo"],
    // Google Docs wraps all in a <b> that is not bold.
    ["<b style='font-weight:normal' id='docs-internal-guid-1'><p dir=ltr><span>One</span></p><br><p dir=ltr><span>Two</span></p></b>", "One\n\nTwo"],
    ["<pre>a\n  b</pre>", "a\nb"],
    [`<pre>a${" ".repeat(2e6)}b</pre>`, "a b"], // Hours, were the blanks counted again from each of them.
    ["<svg><text>x</text></svg><math><mi>y</mi></math><p>“Yes,” she said.</p>", "“Yes,” she said."],
    ["", ""],
  ];
  for (const [html, text] of cases) expect((await read(page, "textFromHTML", html)).text, html).toBe(text);
  reader.problems.length = 0;
});

test("HTML says when it was published", async ({ page, reader }) => {
  for (const html of [
    '<meta property="article:published_time" content="2024-05-14T08:00:00Z"><p>x</p>',
    '<time itemprop="datePublished" datetime="2024-05-14">14 May</time>',
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2024-05-14T08:00"}</script><p>x</p>',
  ]) expect((await read(page, "textFromHTML", html)).published, html).toBe("2024-05-14");
  expect(await read(page, "textFromHTML", "<title>T</title><p>x</p>")).toEqual({ text: "x", source: "html", title: "T" });
  reader.problems.length = 0;
});

test("Markdown loses its signs and nothing else", async ({ page, reader }) => {
  /** @type {[string, string][]} */
  const cases = [
    ["# Title\n\nText.", "Title\n\nText."],
    ["**Bold** and *soft* and _low_ and `code`", "Bold and soft and low and code"],
    ["A [link](https://x.test) and ![picture](y.png).", "A link and ."],
    ["> quoted\n> twice", "quoted\ntwice"],
    ["- one\n- two", "one\ntwo"],
    ["2 * 3 * 4 and snake_case_word", "2 * 3 * 4 and snake_case_word"],
    ["---\ntitle: T\ndate: 2024-05-14\n---\nText", "Text"],
    ["\\*kept\\*", "*kept*"],
    ["# Title #\n\nSee [a (b)](https://x.test/a_(b)) and [c [d](e).", "Title\n\nSee a (b) and [c d."],
    ["<!-- not\nthis -->Text.<!-- kept", "Text.<!-- kept"],
  ];
  for (const [source, text] of cases) expect((await read(page, "textFromFile", file("a.md", source))).text, source).toBe(text);
  expect(await read(page, "textFromFile", file("a.md", "---\ntitle: \"T\"\ndate: 2024-05-14\n---\nx"))).toMatchObject({ title: "T", published: "2024-05-14" });
  expect(reader.problems).toEqual([]);
});

test("text files in old and new encodings", async ({ page, reader }) => {
  const text = "“Déjà vu,” she said.";
  /** @type {[string, Buffer][]} */
  const cases = [
    ["UTF-8", Buffer.from(text)],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["Windows-1252", Buffer.from([0x93, ...Buffer.from("Déjà vu,", "latin1"), 0x94, ...Buffer.from(" she said.", "latin1")])],
  ];
  for (const [name, bytes] of cases) expect((await read(page, "textFromFile", file("a.txt", bytes))).text, name).toBe(text);
  expect(await read(page, "textFromFile", file("a.bin", Buffer.from([0, 1, 2])))).toContain("TypeError: a.bin is not a text");
  expect(reader.problems).toEqual([]);
});

test("Word documents, packed or not", async ({ page, reader }) => {
  const xml = `${WORD}<w:body>
    <w:p><w:r><w:t xml:space="preserve">“We </w:t></w:r><w:r><w:t>won.”</w:t></w:r></w:p><w:p/>
    <w:p><w:del><w:r><w:delText>Not this.</w:delText></w:r></w:del><w:r><w:t>She</w:t><w:tab/><w:t>said &amp; left.</w:t></w:r></w:p></w:body></w:document>`;
  for (const level of /** @type {const} */ ([0, 9])) {
    expect(await read(page, "textFromFile", docx(xml, level)), `level ${level}`).toEqual({ text: "“We won.”\n\nShe said & left.", source: "docx" });
  }
  for (const broken of ["", "PK", zipSync({ "other.xml": strToU8("x") })]) {
    expect(await read(page, "textFromFile", file("a.docx", broken))).toContain("TypeError: a.docx is not a Word document");
  }
  expect(reader.problems).toEqual([]);
});

test("Word documents that grow without end are refused", async ({ page, reader }) => {
  const bomb = docx(`${WORD}<w:p><w:r><w:t>${"a".repeat(2 ** 27)}</w:t></w:r></w:p></w:document>`);
  expect(bomb.bytes.length, "128 MiB, small on the disk").toBeLessThan(2 ** 18);
  expect(await read(page, "textFromFile", bomb)).toContain("TypeError: a.docx is not a Word document");

  const names = [..."abcdefghij"];
  const entities = names.map((name, index) => `<!ENTITY ${name} "${index === 0 ? "lol" : `&${names[index - 1]};`.repeat(10)}">`); // 3 GB of “lol”
  const laughs = docx(WORD.replace("?>", `?><!DOCTYPE x [${entities.join("")}]>`) + "<w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:document>");
  expect(await read(page, "textFromFile", laughs)).toContain("TypeError: a.docx is not a Word document");
  reader.problems.length = 0; // Chromium styles its own words about broken XML, which the page's policy refuses.
});

test("a file is opened, one that is no text is named, and what was written stays", async ({ reader }) => {
  await reader.box.fill("Mine.");
  const input = reader.article.locator("input[type=file]");
  await input.setInputFiles({ name: "a.docx", mimeType: "", buffer: Buffer.from("nonsense") });
  await expect(reader.article.getByRole("alert")).toContainText("a.docx is not a Word document");
  await expect(reader.box).toHaveValue("Mine.");
  await input.setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from('<meta property="article:published_time" content="2024-05-14"><h1>Title</h1><p>She said no on Monday.</p>') });
  await expect(reader.text).toContainText("She said no");
  await expect(reader.page.locator("press-mark-published")).toContainText("Published Tuesday 14 May 2024");
});

test("what is said of a file outlasts the marks of the text that was typed before", async ({ reader }) => {
  await reader.article.evaluate(async (element) => {
    const press = /** @type {HTMLElement & { open(file: File): Promise<void> }} */ (element);
    const box = /** @type {HTMLTextAreaElement} */ (press.shadowRoot?.querySelector("textarea"));
    const marked = new Promise((resolve) => press.addEventListener("annotated", resolve, { once: true }));
    box.value = "Mine.";
    box.dispatchEvent(new Event("input"));
    await press.open(new File(["nonsense"], "a.docx"));
    await marked;
  });
  const alert = reader.article.getByRole("alert");
  await expect(alert).toContainText("a.docx is not a Word document");
  await reader.box.fill("Mine, and more.");
  await expect(alert).toBeHidden();
});
