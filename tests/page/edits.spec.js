/** Corrections as data: a table of each operation, and what becomes of it when the text or the engine changes. */
import { expect, test } from "@playwright/test";
import { anchorAt, locate, wholeWords } from "../../www/lib/anchor.js";
import { applyEdits } from "../../www/lib/edits.js";
import { Session } from "../../www/lib/session.js";
import { annotator, TEXT } from "./fixture.js";
/** @import { Annotation, Edit } from "../../www/lib/types.js" */

const ARTICLE = annotator.annotate(TEXT);

/** @param {string} words */
function at(words, text = TEXT) {
  const start = text.indexOf(words);
  return anchorAt(text, { start, end: start + words.length });
}

/** @param {Annotation} annotation */
function people({ entities }) {
  return entities.map(({ name, type, mentions, quotes }) => `${name} ${type} ${mentions.length} ${quotes.length}`);
}

test("each operation", () => {
  /** @type {[Edit, (after: Annotation) => unknown, unknown][]} */
  const cases = [
    [{ op: "confirm", id: "q-books" }, ({ unsure, quotes }) => [unsure, quotes[3]?.certainty, quotes[3]?.origin], [["d-summer"], "certain", "user"]],
    [{ op: "remove", id: "q-books" }, ({ quotes, entities }) => [quotes.length, entities.find(({ id }) => id === "e-clerk")?.quotes], [3, []]],
    [{ op: "remove", id: "m-quill", everywhere: true }, people, ["Ada Quill person 2 3", "Osterby Weavers’ Guild organisation 3 0", "a clerk unnamed 1 1"]],
    [{ op: "remove", id: "e-quill" }, ({ entities, quotes }) => [entities.length, quotes.map(({ speaker }) => speaker)], [2, [null, null, null, "e-clerk"]]],
    [{ op: "set-kind", id: "q-books", kind: "direct" }, ({ quotes }) => quotes[3]?.kind, "direct"],
    [{ op: "set-speaker", id: "q-books", speaker: null }, ({ quotes }) => quotes[3]?.speaker, null],
    [{ op: "set-speaker", id: "q-books", speaker: { type: "person", name: "Otto Brand" } }, ({ entities }) => entities.at(-1)?.name, "Otto Brand"],
    [{ op: "set-span", id: "q-books", spans: [at("the books")] }, ({ quotes, text }) => quotes[3]?.content.map(({ start, end }) => text.slice(start, end)), ["the books"]],
    [{ op: "set-value", id: "d-summer", value: "2022-02" }, ({ dates }) => [dates[2]?.value, dates[2]?.range], ["2022-02", { from: "2022-02-01", to: "2022-02-28" }]],
    [{ op: "rename", id: "e-quill", name: "Ada M. Quill" }, ({ entities }) => [entities[0]?.name, entities[0]?.aliases], ["Ada M. Quill", ["Quill", "Ada Quill"]]],
    [{ op: "set-type", id: "e-clerk", type: "person" }, ({ entities }) => entities[2]?.type, "person"],
    [{ op: "merge", ids: ["e-quill", "e-clerk"], keep: "e-quill" }, people, ["Ada Quill person 4 4", "Osterby Weavers’ Guild organisation 3 0"]],
    [{ op: "split", id: "e-quill", mentions: ["m-quill"], name: "Ben Quill" }, people, ["Ada Quill person 2 2", "Osterby Weavers’ Guild organisation 3 0", "a clerk unnamed 1 1", "Ben Quill person 1 1"]],
    [{ op: "add-mention", anchor: at("books"), entity: { type: "organisation", name: "books" } }, people,
      ["Ada Quill person 3 3", "Osterby Weavers’ Guild organisation 3 0", "a clerk unnamed 1 1", "books organisation 1 0"]],
    [{ op: "add-mention", anchor: at("Nobody"), entity: "e-clerk", everywhere: true }, ({ mentions }) => mentions.filter(({ entity }) => entity === "e-clerk").length, 2],
    [{ op: "add-quote", content: [at("a century")], kind: "direct", speaker: "e-quill" }, ({ quotes, entities }) => [quotes.length, quotes[0]?.speaker, entities[0]?.quotes.length], [5, "e-quill", 4]],
    [{ op: "add-date", anchor: at("a century"), value: "P100Y", type: "DURATION" }, ({ dates }) => [dates.length, dates[0]?.value], [4, "P100Y"]],
  ];
  for (const [edit, seen, expected] of cases) {
    const { annotation, failed } = applyEdits(ARTICLE, [edit]);
    expect(failed, JSON.stringify(edit)).toEqual([]);
    expect(seen(annotation), JSON.stringify(edit)).toEqual(expected);
  }
});

test("what cannot be placed says why", () => {
  /** @type {[Edit, string][]} */
  const cases = [
    [{ op: "confirm", id: "q-gone" }, "no-such-id"],
    [{ op: "confirm", id: "q-gone", where: { exact: "not in the text", prefix: "", suffix: "", start: 0, end: 5 } }, "words-gone"],
    [{ op: "merge", ids: ["e-quill"], keep: "e-gone" }, "no-such-id"],
    [{ op: "add-quote", content: [], kind: "direct", speaker: null }, "bad-span"],
    [{ op: "add-date", anchor: { exact: "no such words", prefix: "", suffix: "", start: 0, end: 1 }, value: "2020", type: "DATE" }, "words-gone"],
  ];
  for (const [edit, reason] of cases) {
    expect(applyEdits(ARTICLE, [edit]).failed.map((error) => error.reason), JSON.stringify(edit)).toEqual([reason]);
  }
});

test("a finding whose id has changed is found by its words", () => {
  const { annotation, failed } = applyEdits(ARTICLE, [{ op: "set-kind", id: "q-of-an-older-engine", kind: "direct", where: at("the books were burnt") }]);
  expect(failed).toEqual([]);
  expect(annotation.quotes[3]?.kind).toBe("direct");
});

test("the engine's annotation is never changed", () => {
  const before = JSON.stringify(ARTICLE);
  applyEdits(ARTICLE, [{ op: "merge", ids: ["e-quill", "e-clerk"], keep: "e-quill" }, { op: "remove", id: "m-ada" }]);
  expect(JSON.stringify(ARTICLE)).toBe(before);
});

test("places are found again", () => {
  /** @type {[string, string, string, string][]} before, words, after, what is found */
  const cases = [
    ["He said no.", "no", "Later he said no.", "14-16"],
    ["a cat, a dog", "a dog", "a dog, a cat, a dog", "14-19"],
    ["one two", "two", "one three", "words-gone"],
    ["🚢 sails", "sails", "🚢🚢 sails", "5-10"],
  ];
  for (const [before, words, after, expected] of cases) {
    const found = locate(after, at(words, before));
    expect(typeof found === "string" ? found : `${found.start}-${found.end}`, after).toBe(expected);
  }
  expect(locate("a b a", { exact: "a", prefix: "", suffix: "", start: 2, end: 3 })).toBe("ambiguous");
});

test("a selection snaps to whole words", () => {
  const text = "The Osterby Weavers’ Guild";
  for (const [start, end, expected] of /** @type {const} */ ([[5, 9, "Osterby"], [3, 12, "Osterby"], [4, 15, "Osterby Weavers"], [21, 26, "Guild"]])) {
    const found = wholeWords(text, { start, end });
    expect(text.slice(found.start, found.end)).toBe(expected);
  }
});

test("a session takes back a hundred steps, and keeps corrections over a new text", () => {
  const session = new Session(annotator, TEXT);
  session.edit({ op: "set-kind", id: "q-books", kind: "direct" });
  session.edit({ op: "set-published", value: "2027-03-05" });
  expect(session.annotation.publication.value).toBe("2027-03-05");
  expect(session.annotation.quotes[3]?.kind).toBe("direct");
  session.undo();
  expect(session.annotation.publication.value).toBe("2021-03-05");
  session.setText("Something else.");
  expect(session.failed.length).toBe(1);
  session.undo();
  expect(session.failed).toEqual([]);
  expect(session.annotation.quotes[3]?.kind).toBe("direct");
  for (let step = 0; step < 150; step += 1) session.setText(`Text ${step}`);
  let steps = 0;
  while (session.undo()) steps += 1;
  expect(steps).toBe(100);
});
