/** The reader's own list of names. */
import { readFile } from "node:fs/promises";
import { fromWords, inWords, namesFromCSV, namesIn, namesToCSV } from "../../www/lib/names.js";
import { expect, test } from "./page.js";
/** @import { NameEntry } from "../../www/lib/types.js" */

/** @type {NameEntry[]} */
const NAMES = [
  { name: "Ada Quill", type: "person", aliases: ["Adie", "A. Q.", "Quill; Ada", '"Ad" Quill', "a ”"], role: "head of the guild" },
  { name: "=Plus, \"Ltd\"", type: "organisation" },
  { name: "Monday Club", type: "organisation", ignore: true },
];
const TEXT = "“We open today,” said Marlo. Quarrel paid for it, and so did the Monday Club.";

test("a list goes out to a spreadsheet and comes back", () => {
  expect(namesFromCSV(namesToCSV(NAMES))).toEqual(NAMES);
  expect(namesToCSV(NAMES)).toContain(`"'=Plus, ""Ltd"""`);
  const marlo = [{ name: "Marlo", type: "person", role: "owner" }];
  for (const csv of ["type,name,role\nperson,Marlo,owner", "Name;Type;Role\r\nMarlo;Person;owner\r\n", "Marlo,person,,owner", "\ufeff\"Marlo\",p,\"\",\"owner\"\n\n"]) {
    expect(namesFromCSV(csv), csv).toEqual(marlo);
  }
  expect(() => namesFromCSV("Marlo")).toThrow("“Marlo” has no type");
  expect(() => namesFromCSV("name,type\n…,person")).toThrow("no letter");
  expect(namesFromCSV("")).toEqual([]);
});

test("an alias with a separator in it stands in quotation marks, in the form as well", () => {
  for (const aliases of [[], ["A"], ["A", "B, Inc."], ['"A" B', 'the "C"'], ["A; B", '"']]) {
    for (const separators of [";", ",;"]) expect(fromWords(inWords(aliases, separators), separators), inWords(aliases, separators)).toEqual(aliases);
  }
  expect(fromWords(' A ;, "B, Inc." ,,"C" D', ",;")).toEqual(["A", "B, Inc.", '"C" D']);
});

test("only the names of a text go with it", () => {
  expect(namesIn("The MONDAY CLUB met Adie.", NAMES).map(({ name }) => name)).toEqual(["Ada Quill", "Monday Club"]);
});

test("added, changed, left alone, taken out", async ({ reader, page }) => {
  await reader.paste(TEXT);
  const panel = page.locator("press-mark-names");
  const organisations = page.locator("press-mark-organisations");
  await panel.getByRole("button", { name: "Add a name" }).click();
  await expect(panel.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("Quarrel Holdings");
  await panel.getByLabel("Is", { exact: true }).selectOption("an organisation");
  await panel.getByLabel("Also written").fill("Quarrel");
  await page.keyboard.press("Enter");
  await expect(organisations).toContainText("Quarrel Holdings");
  await expect(reader.text.locator("mark.organisation", { hasText: "Quarrel" })).toBeVisible();

  await panel.getByRole("button", { name: "Change Quarrel Holdings" }).click();
  await panel.getByLabel("Is", { exact: true }).selectOption("a person");
  await panel.getByLabel("Role").fill("the owner");
  await panel.getByRole("button", { name: "Change", exact: true }).click();
  await expect(reader.text.locator("mark.person", { hasText: "Quarrel" })).toBeVisible();

  await panel.getByRole("button", { name: "Change Quarrel Holdings" }).click();
  await panel.getByLabel("Is", { exact: true }).selectOption("to be left alone");
  await panel.getByRole("button", { name: "Change", exact: true }).click();
  await expect(reader.text.locator("mark", { hasText: "Quarrel" })).toHaveCount(0);

  await panel.getByRole("button", { name: "Take Quarrel Holdings out" }).click();
  await expect(panel).toContainText("Names that you know better");
});

test("a file in, a file out, and one that is no list says so", async ({ reader, page }) => {
  await reader.paste(TEXT);
  const panel = page.locator("press-mark-names");
  await panel.locator("input[type=file]").setInputFiles({ name: "names.csv", mimeType: "text/csv", buffer: Buffer.from("Marlo,person,,owner\nMonday Club,organisation") });
  await expect(panel.getByRole("listitem")).toHaveText([/Marlo.*owner/, /Monday Club/]);
  await expect(page.locator("press-mark-speakers")).toContainText("owner");
  await panel.locator("input[type=file]").setInputFiles({ name: "other.csv", mimeType: "text/csv", buffer: Buffer.from("Marlo") });
  await expect(panel.getByRole("alert")).toContainText("other.csv: “Marlo” has no type");
  await expect(panel.getByRole("listitem")).toHaveCount(2);
});

test("the file is really saved", async ({ reader, page, browserName }) => {
  test.skip(browserName === "firefox", "Debian's Firefox tells a test nothing of downloads");
  await reader.article.evaluate((element, names) => Object.assign(element, { value: "“Yes,” said Adie.", names }), NAMES);
  const saving = page.waitForEvent("download");
  await page.locator("press-mark-names").getByRole("button", { name: "Save the list" }).click();
  expect(namesFromCSV(await readFile(await (await saving).path(), "utf8"))).toEqual(NAMES);
});

test("a native file brings its names along, and no others", async ({ reader, page }) => {
  await reader.article.evaluate((element, [value, names]) => Object.assign(element, { value, names }), /** @type {const} */ ([TEXT, NAMES]));
  const annotation = await reader.article.evaluate((element) => Reflect.get(element, "annotation"));
  expect(annotation.names).toEqual([NAMES[2]]);
  const again = await reader.article.evaluate((element, annotation) => {
    Object.assign(element, { names: [], annotation });
    return Reflect.get(element, "annotation");
  }, annotation);
  expect(again).toEqual(annotation);
  await expect(page.locator("press-mark-names").getByRole("listitem")).toHaveCount(1);
});

test("kept on the device only when asked, and forgotten", async ({ reader, page }) => {
  const add = () => reader.article.evaluate((element, names) => Object.assign(element, { value: "“Yes,” said Adie.", names }), NAMES);
  const panel = page.locator("press-mark-names");
  await add();
  await panel.getByRole("button", { name: "Take Ada Quill out" }).click();
  await page.reload();
  await expect.poll(() => reader.article.evaluate((element) => Reflect.get(element, "names")?.length)).toBe(0);
  await add();
  await panel.getByRole("button", { name: "Take Ada Quill out" }).click();
  await page.getByLabel("Keep this list").check();
  await page.reload();
  await expect.poll(() => reader.article.evaluate((element) => Reflect.get(element, "names")?.length)).toBe(2);
  await expect(page.getByLabel("Keep this list")).toBeChecked();
});
