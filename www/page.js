/**
 * The page: the public elements put together, and the few buttons around them.
 */
import { forget, forgetEverything, keep, keepNames, kept, keptNames, recall } from "./keep.js";
import "./lib/element/define.js";
import { fromJSON, toBrat, toCitron, toCSV, toHTML, toJSON, toJSONLines, toMarkdown, toNinjs, toSchemaOrg, toSpacy, toTEI, toTimeML, toWebAnnotation } from "./lib/export/index.js";
/** @import { Annotation } from "./lib/types.js" */
/** @import { PressMarkElement, PressMarkPanelElement } from "./lib/element/index.js" */

const article = /** @type {PressMarkElement} */ (get("article"));
const undo = /** @type {HTMLButtonElement} */ (get("undo"));
const redo = /** @type {HTMLButtonElement} */ (get("redo"));
const take = /** @type {HTMLButtonElement} */ (get("take"));
const back = get("back");
const theme = get("theme");

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function get(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

function sample() {
  keeping.checked = false;
  const { content } = /** @type {HTMLTemplateElement} */ (get("sample-article"));
  article.value = content.textContent ?? "";
  article.focus({ preventScroll: true });
}

function clear() {
  keeping.checked = false;
  article.annotation = null;
  article.focus();
  scrollTo({ top: 0 });
}

/** What depends on the text: the buttons, the title, the numbers on the tabs. */
function refresh() {
  undo.disabled = !article.session?.canUndo;
  redo.disabled = !article.session?.canRedo;
  take.disabled = article.matches(":state(marking)"); // or it would be half of what is asked for
  back.hidden = undo.disabled;
  document.title = [headline(), "Who said what"].filter(Boolean).join(" – ");
  for (const tab of tabs()) label(tab);
}

function headline() {
  return article.value.trim().split("\n", 1)[0]?.slice(0, 60) ?? "";
}

/** @returns {HTMLAnchorElement[]} */
function tabs() {
  return [...document.querySelectorAll("nav.tabs a")].filter((tab) => tab instanceof HTMLAnchorElement);
}

/** @param {HTMLAnchorElement} tab */
function label(tab) {
  const panel = /** @type {PressMarkPanelElement} */ (get(tab.hash.slice(1)));
  const number = tab.querySelector("b");
  if (number && "count" in panel) number.textContent = String(panel.count);
}

/** @param {Element} section the one that is read now */
function mark(section) {
  for (const tab of tabs()) {
    if (tab.hash === `#${section.id}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}

function switchTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  showTheme(now === "dark" ? "light" : "dark");
}

/** @param {string} name */
function showTheme(name) {
  document.documentElement.dataset.theme = name;
  theme.textContent = name === "dark" ? "Light" : "Dark";
}

const keeping = /** @type {HTMLInputElement} */ (get("keep"));

/** Keeps what is shown, while the reader wants it kept. */
async function store() {
  if (keeping.checked && article.annotation) await keep(headline(), toJSON(article.annotation));
}

async function switchKeeping() {
  if (keeping.checked) await store();
  else await forget(headline());
  await offerKept();
}

/** The articles that are kept, offered beside the box. */
async function offerKept() {
  const titles = await kept();
  const place = get("kept");
  place.hidden = titles.length === 0;
  place.replaceChildren(...titles.map((title) => button(`Continue with “${title}”`, () => proceed(title))), button("Forget everything", async () => {
    await forgetEverything();
    keepingNames.checked = false;
    await offerKept();
  }));
}

const keepingNames = /** @type {HTMLInputElement} */ (get("keep-names"));

/** Keeps the list of names, or no list. */
async function storeNames() {
  keepingNames.closest("label")?.toggleAttribute("hidden", article.names.length === 0);
  await keepNames(keepingNames.checked ? article.names : []);
}

async function bringNames() {
  const names = await keptNames();
  if (names.length === 0) return;
  article.names = names;
  keepingNames.checked = true;
  await storeNames();
}

/** Asks before corrections are lost that are kept nowhere. @param {Event} event */
function guard(event) {
  if (article.annotation?.edits?.length && !keeping.checked) event.preventDefault();
}

/** @param {string} title */
async function proceed(title) {
  const json = await recall(title);
  if (!json) return;
  article.annotation = fromJSON(json);
  keeping.checked = true;
  article.focus({ preventScroll: true });
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const made = document.createElement("button");
  made.className = "quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** What each button of “Take it with you” writes, by the end of the file's name. @type {Readonly<Record<string, (annotation: Annotation) => string>>} */
const WRITERS = {
  json: toJSON,
  md: (annotation) => toMarkdown(annotation),
  html: (annotation) => toHTML(annotation, { style: "highlighted" }),
  "quotes.csv": (annotation) => toCSV(annotation, "quotes", { bom: true }),
  "people.csv": (annotation) => toCSV(annotation, "people", { bom: true }),
  "organisations.csv": (annotation) => toCSV(annotation, "organisations", { bom: true }),
  "dates.csv": (annotation) => toCSV(annotation, "dates", { bom: true }),
  "annotations.jsonld": (annotation) => JSON.stringify(toWebAnnotation(annotation), null, 2),
  "article.jsonld": (annotation) => JSON.stringify(toSchemaOrg(annotation), null, 2),
  "quotes.jsonl": (annotation) => toJSONLines(annotation, "quotes"),
  "tei.xml": (annotation) => toTEI(annotation),
  tml: (annotation) => toTimeML(annotation),
  "ninjs.json": (annotation) => JSON.stringify(toNinjs(annotation), null, 2),
  "citron.json": (annotation) => JSON.stringify(toCitron(annotation), null, 2),
  "spacy.json": (annotation) => JSON.stringify(toSpacy(annotation), null, 2),
  ann: (annotation) => toBrat(annotation).ann,
  txt: (annotation) => toBrat(annotation).txt,
};

/** @param {string} end */
function save(end) {
  const write = WRITERS[end];
  if (!write || !article.annotation) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([write(article.annotation)], { type: "text/plain" }));
  link.download = `${fileName()}.${end}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function fileName() {
  return headline().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "article";
}

/** What is pasted beside the box is meant for it. @param {ClipboardEvent} event */
function paste(event) {
  const typing = event.composedPath().some((place) => place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement);
  if (typing || !event.clipboardData || !article.matches(":state(empty)")) return;
  event.preventDefault();
  void article.open(event.clipboardData);
}

/** A file dropped beside the box would make the browser leave the page. @param {DragEvent} event */
function drop(event) {
  event.preventDefault();
  if (event.type === "drop" && event.dataTransfer) void article.open(event.dataTransfer);
}

for (const button of document.querySelectorAll("#export button[value]")) {
  button.addEventListener("click", () => save(/** @type {HTMLButtonElement} */ (button).value));
}
addEventListener("beforeunload", guard);
addEventListener("paste", paste);
addEventListener("dragover", drop);
addEventListener("drop", drop);
keeping.addEventListener("change", switchKeeping);
document.addEventListener("annotation-change", (event) => event.target === article && store());
keepingNames.addEventListener("change", storeNames);
document.addEventListener("names-change", storeNames);
Promise.all([offerKept(), bringNames()]).catch(() => keeping.closest("p")?.remove()); // Where the browser keeps nothing, nothing is offered.
get("print").addEventListener("click", () => {
  get("export").hidePopover();
  print();
});
get("sample").addEventListener("click", sample);
get("new").addEventListener("click", clear);
get("edit").addEventListener("click", () => (article.editing = !article.editing));
undo.addEventListener("click", () => article.undo());
redo.addEventListener("click", () => article.redo());
back.addEventListener("click", () => article.undo());
theme.addEventListener("click", switchTheme);
if (matchMedia("(prefers-color-scheme: dark)").matches) theme.textContent = "Light";

document.addEventListener("annotated", (event) => event.target === article && queueMicrotask(refresh));
document.addEventListener("listed", () => tabs().forEach(label));
article.addEventListener("keydown", ({ key }) => {
  if (article.editing) return;
  if (key === "?") get("keys").showPopover();
  if (key.toLowerCase() === "f") get("speakers").focus();
});

/** The sections that cross the upper half of the window, below where a tab brings the head of one; the first of them is read. @type {Set<Element>} */
const inView = new Set();
const sections = tabs().map((tab) => get(tab.hash.slice(1)));
const seen = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) inView.add(target);
    else inView.delete(target);
  }
  const now = sections.find((section) => inView.has(section));
  if (now) mark(now);
}, { rootMargin: `-${Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8}px 0px -50%` });
for (const section of sections) seen.observe(section);

/** It opens without a network the next time; the copy in one file always does. */
async function remain() {
  await article.ready;
  if (document.querySelector("link[rel=manifest]")) await navigator.serviceWorker?.register("service-worker.js", { updateViaCache: "none" });
}
remain().catch(() => {}); // Where the browser keeps nothing, it opens with a network.
