import { expect, test } from "./page.js";
import { TEXT } from "./fixture.js";

test.describe("marks", () => {
  test.beforeEach(({ reader }) => reader.fixture());

  test("each quotation has its speaker beside it", async ({ reader }) => {
    const notes = await reader.text.locator(".note").evaluateAll((all) => all.map((note) => Reflect.get(note, "dataset").note));
    expect(notes).toEqual(["Quill", "Quill, contd", "Quill, mixed", "Quill, denies", "a clerk ?"]);
  });

  test("every kind is a real mark with its own part", async ({ reader }) => {
    const parts = await reader.text.locator("mark").evaluateAll((all) => all.map((mark) => `${mark.getAttribute("part")}: ${mark.textContent}`));
    expect(parts).toEqual([
      "mark date: 5 March", "mark direct: “We kept the looms running,”", "mark cue: said", "mark person: Ada Quill",
      "mark organisation: Osterby Weavers’ Guild", "mark organisation: OWG", "mark direct: “Nobody else would.”",
      "mark person: Quill", "mark cue: told", "mark date: Friday", "mark mixed: the guild", "mark organisation: the guild",
      "mark direct: “will not sign”", "mark mixed: before summer", "mark date unsure: summer", "mark person: She", "mark cue: denied",
      "mark indirect: having met the owners", "mark person: A clerk", "mark cue: said", "mark indirect unsure: the books were burnt",
    ]);
  });

  test("the text itself is untouched", async ({ reader }) => {
    const paragraphs = await reader.text.locator("> *").evaluateAll((all) => all.map((paragraph) => paragraph.textContent));
    expect(paragraphs.join("\n\n")).toBe(TEXT);
  });

  test("the legend counts, and hides what is switched off", async ({ reader, page }) => {
    const legend = page.locator("press-mark-legend");
    await expect(legend.locator("label")).toHaveText([/Direct 1/, /Indirect 2/, /Mixed 1/, /People 1/, /Organisations 1/, /Dates 3/, /Unsure 2/]);
    const direct = reader.text.locator(".direct:not(.within)").first();
    await expect(direct).toHaveCSS("border-left-width", "3px");
    await legend.getByRole("checkbox", { name: /^Direct/ }).uncheck();
    await expect(direct).toHaveCSS("border-left-width", "0px");
    await expect(direct.locator(".note")).toBeHidden();
    expect(await reader.article.getAttribute("kinds")).toBe("indirect mixed");
    await legend.getByRole("checkbox", { name: /^Direct/ }).check();
    await expect(direct).toHaveCSS("border-left-width", "3px");
    expect(await reader.article.getAttribute("kinds")).toBeNull();
  });

  test("the panel lists doubts with their reasons, speakers, dates and organisations", async ({ page }) => {
    await expect(page.locator("press-mark-check li").first()).toContainText("“the books were burnt” given to a clerk: the nearest name stands two sentences before.");
    await expect(page.locator("press-mark-speakers summary")).toHaveText([/Ada Quill.*head, Osterby Weavers’ Guild.*3quotes/, /A clerk.*1quote/]);
    await expect(page.locator("press-mark-timeline li")).toHaveText([/Fri 5 Mar 2021published; 5 March, Friday.*counted from publication/, /summer 2021.*summer/]);
    await expect(page.locator("press-mark-organisations li")).toHaveText([/Osterby Weavers’ Guild.*OWG.*3/]);
  });

  test("a person's card lights up names and quotations", async ({ reader, page }) => {
    await page.locator("press-mark-speakers summary").first().click();
    await expect(reader.text.locator("mark.hot")).toHaveText([
      "“We kept the looms running,”", "Ada Quill", "“Nobody else would.”", "Quill", "the guild", "“will not sign”", "before summer", "She", "having met the owners",
    ]);
  });

  test("a click on a mark says what it is, how sure, and why", async ({ reader, page }) => {
    await reader.text.getByText("the books were burnt").click();
    const details = reader.article.getByRole("dialog");
    await expect(details).toContainText("Indirect quotation");
    const [start, end] = await reader.text.locator(".direct").first().evaluate((mark) => [getComputedStyle(mark).borderLeftColor, getComputedStyle(mark).borderRightColor]);
    expect(end, "what is not chosen steps back, at both ends").toBe(start);
    await expect(details).toContainText("Unsure");
    await expect(details).toContainText("The nearest name stands two sentences before.");
    await page.keyboard.press("Escape");
    await expect(details).toBeHidden();
  });

  test("another publication date counts the dates anew", async ({ page }) => {
    const published = page.locator("press-mark-published");
    await expect(published).toContainText("Published Friday 5 March 2021");
    await expect(published).toContainText("5 March is a Friday in 2021");
    await published.getByRole("button", { name: "Change date" }).click();
    await published.getByLabel("Publication date", { exact: true }).last().fill("2027-03-05");
    await published.getByRole("button", { name: "Count from this day" }).click();
    await expect(published).toContainText("Published Friday 5 March 2027");
    await expect(published).toContainText("3 dates in the text counted anew.");
    await expect(page.locator("press-mark-timeline")).toContainText("summer 2027");
  });

  test("copying takes the words and nothing else", async ({ reader, page }) => {
    await reader.text.focus();
    await page.evaluate(() => {
      const root = document.getElementById("article")?.shadowRoot;
      const blocks = [...(root?.querySelectorAll("article > *") ?? [])];
      const [first, last] = [blocks[1], blocks[2]];
      if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    });
    await page.keyboard.press("Control+C");
    expect(await reader.clipboard()).toBe(TEXT.split("\n\n").slice(1, 3).join("\n\n"));
  });
});

test("one button copies what somebody said, with name, place and kind", async ({ reader, page }) => {
  await reader.fixture();
  await page.locator("press-mark-speakers").getByRole("button", { name: "Copy quotes" }).first().click();
  expect(await reader.clipboard()).toBe([
    "Ada Quill, head, Osterby Weavers’ Guild",
    "¶1 (direct) “We kept the looms running, […] Nobody else would.”",
    "¶2 (mixed) the guild “will not sign” before summer",
    "¶2 (indirect, denied) having met the owners",
  ].join("\n"));
});

test("one quotation is copied with who said it, from its pop-over", async ({ reader, page }) => {
  await reader.fixture();
  const copied = async (/** @type {string} */ words) => {
    await reader.text.locator("mark", { hasText: words }).first().click();
    await reader.article.getByRole("button", { name: "Copy" }).click();
    await expect(reader.article.getByRole("button", { name: "Copied" })).toBeVisible();
    await page.keyboard.press("Escape");
    return reader.clipboard();
  };
  expect(await copied("We kept")).toBe("“We kept the looms running, […] Nobody else would.” – Ada Quill, head, Osterby Weavers’ Guild");
  expect(await copied("having met")).toBe("having met the owners (indirect, denied) – Ada Quill, head, Osterby Weavers’ Guild");
});

test("a legend chip says its name to a screen reader", async ({ reader, page }) => {
  await reader.fixture();
  await expect(page.locator("press-mark-legend")).toMatchAriaSnapshot(`
    - group "Show in the text":
      - checkbox "Direct 1" [checked]
  `);
});
