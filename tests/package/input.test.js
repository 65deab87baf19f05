/** Bad and odd input: what is refused and how, and that offsets stay right whatever stands before a mark. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_TEXT } from "../../www/lib/check.js";
import { annotate, load, PressmarkError } from "../../www/lib/node.js";

const annotator = await load();
const TEXT = "“We will appeal,” said Ada Quill on 3 March 2024.";

test("an empty text has an empty annotation", () => {
  const { text, paragraphs, entities, mentions, quotes, dates, unsure, publication } = annotator.annotate("");
  assert.deepEqual({ text, paragraphs, entities, mentions, quotes, dates, unsure }, { text: "", paragraphs: [], entities: [], mentions: [], quotes: [], dates: [], unsure: [] });
  assert.equal(publication.value, null);
});

test("a value that is no string is a TypeError", async () => {
  for (const value of [undefined, null, 3, {}, ["a"], new String("a")]) {
    assert.throws(() => annotator.annotate(/** @type {any} */ (value)), TypeError);
    await assert.rejects(annotate(/** @type {any} */ (value)), TypeError);
  }
  assert.throws(() => annotator.annotate(TEXT, /** @type {any} */ ("2024-05-14")), TypeError);
});

const QUILL = { name: "Ada Quill", type: "person" };
/** One line a case: options, code, option, what the message says. @type {[any, string, string, RegExp][]} */
const refused = [
  [{ published: "14 May" }, "bad-option", "published", /YYYY-MM-DD.*"14 May"/],
  [{ published: "" }, "bad-option", "published", /YYYY-MM-DD.*""/],
  [{ published: "2023-02-29" }, "bad-option", "published", /"2023-02-29"/],
  [{ published: "2024-5-14" }, "bad-option", "published", /"2024-5-14"/],
  [{ published: new Date(0) }, "bad-option", "published", /1970/],
  [{ minConfidence: NaN }, "bad-option", "minConfidence", /from 0 to 1, not NaN/],
  [{ layers: ["dates", "verbs"] }, "bad-option", "layers", /"organisations".*\["dates","verbs"\]/],
  [{ names: "Ada Quill" }, "bad-option", "names", /a list of names, not "Ada Quill"/],
  [{ names: [QUILL, { name: "Ada Quill", type: "place" }] }, "bad-name", "names", /names: entry 2.*`place`.*`organisation`/],
  [{ names: [QUILL, "Ada Quill"] }, "bad-name", "names", /names: entry 2/],
  [{ names: [QUILL, null] }, "bad-name", "names", /names: entry 2/],
  [{ names: [{ ...QUILL, alias: "Ada" }] }, "bad-name", "names", /names: entry 1: there is no "alias".*aliases/],
  [{ names: [{ ...QUILL, aliases: ["—"] }] }, "bad-name", "names", /names: entry 1, "—": expected a name or alias with at least one letter/],
  [{ names: [{ ...QUILL, name: "a ".repeat(17) }] }, "bad-name", "names", /at most 16 words/],
  [{ publised: "2024-05-14" }, "unknown-option", "publised", /no option "publised".*published, locale/],
];
for (const [options, code, option, message] of refused) {
  test(`${JSON.stringify(options)} is refused`, () => {
    const error = thrown(() => annotator.annotate(TEXT, options));
    assert.ok(error instanceof PressmarkError);
    assert.deepEqual([error.name, error.code, error.option, error.value], ["PressmarkError", code, option, options[option]]);
    assert.match(error.message, message);
  });
}

test("the user's names win over the engine's", () => {
  const names = [{ name: "Adelaide Quill", type: "person", aliases: ["Ada Quill"], role: "harbour master" }];
  for (const explain of [true, false]) {
    const { entities, mentions } = annotator.annotate(TEXT, { explain, names: /** @type {any} */ (names) });
    const [{ name, roles, origin, certainty }] = entities;
    assert.deepEqual([name, roles[0].text, roles[0].span, origin, certainty, mentions[0].origin], ["Adelaide Quill", "harbour master", undefined, "names", "certain", "names"]);
  }
  const without = annotator.annotate(TEXT, { names: [{ name: "Ada Quill", type: "person", ignore: true }] });
  assert.deepEqual(without.entities.map(({ type }) => type), ["unnamed"]);
});

test("a long list of names is taken", () => {
  const names = Array.from({ length: 100_000 }, (_, place) => ({ name: `Name${place} Quill`, type: /** @type {const} */ ("person") }));
  assert.equal(annotator.annotate("Name99999 Quill spoke.", { names }).entities[0].name, "Name99999 Quill");
});

test("a text that is too long is refused, and the next one read", () => {
  assert.throws(() => annotator.annotate("a".repeat(LONGEST_TEXT + 1)), { code: "text-too-long" });
  assert.throws(() => annotator.annotate("a".repeat(100 * 1024 * 1024)), { code: "text-too-long" });
  assert.equal(annotator.annotate(TEXT).quotes.length, 1);
});

test("the longest text is read", () => {
  assert.equal(annotator.annotate("中".repeat(LONGEST_TEXT)).text.length, LONGEST_TEXT);
});

test("an engine that stops half-way is started anew", () => {
  const stop = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  const trap = Object.defineProperty({}, "published", { enumerable: true, get: stop });
  assert.throws(() => annotator.annotate(TEXT, trap), { code: "engine-failed" });
  assert.equal(annotator.annotate(TEXT).quotes.length, 1);
});

test("an engine that stops once is asked again", () => {
  let times = 0;
  const stopOnce = () => {
    times += 1;
    if (times === 1) throw new WebAssembly.RuntimeError("Out of bounds memory access");
    return "2024-05-14";
  };
  const { publication } = annotator.annotate(TEXT, Object.defineProperty({}, "published", { enumerable: true, get: stopOnce }));
  assert.deepEqual([publication.value, times], ["2024-05-14", 2]);
});

/** What stands before the text; offsets count code units, so that the words are the same after each. */
const before = {
  nothing: "",
  astral: "🚢🚢🚢 𝔸\n\n",
  "lone surrogates": "\uD800 \uDC00\uDC00 \uD83D\n\n",
  "NULs and control characters": "\0\u0001\u007F\u0085\n\n",
  "line ends of all kinds": "One.\r\nTwo.\rThree.\n\r\nFour.\u2028Five.\u2029",
  "right to left": "‏שלום עולם \u202Eabc\u202C\n\n",
  "combining and zero-width": "e\u0301\u200B\uFEFF\u2060 ﬁ ǅ\n\n",
  "many of them": "🚢é\uD800".repeat(2000) + "\n\n",
};
for (const [what, prefix] of Object.entries(before)) {
  test(`marks stand right after: ${what}`, () => {
    const text = prefix + TEXT;
    const annotation = annotator.annotate(text, { minConfidence: 0 });
    const quote = annotation.quotes.at(-1);
    assert.equal(annotation.text, text, "the caller's own string");
    assert.deepEqual(quote?.content.map(({ start, end }) => text.slice(start, end).replace(/,$/, "")), ["We will appeal"]);
    assert.deepEqual(annotation.dates.slice(-1).map(({ start, end, value }) => [text.slice(start, end), value]), [["3 March 2024", "2024-03-03"]]);
    assert.ok(annotation.paragraphs.every(({ start, end }) => 0 <= start && start < end && end <= text.length));
  });
}

test("an annotation is plain frozen data", () => {
  const annotation = annotator.annotate(TEXT);
  assert.deepEqual(structuredClone(annotation), annotation);
  assert.deepEqual(JSON.parse(JSON.stringify(annotation)), annotation);
  assert.ok(frozen(annotation));
});

test("ids survive an edit elsewhere", () => {
  const ids = (/** @type {string} */ text) => [...annotator.annotate(text).quotes, ...annotator.annotate(text).dates].map(({ id }) => id);
  const found = ids(TEXT);
  assert.ok(found.length >= 2);
  assert.deepEqual(ids(`A new first line.\n\n${TEXT}`), found);
  assert.deepEqual(ids(`${TEXT}\n\nA new last line.`), found);
});

test("the same words twice have two ids", () => {
  const ids = annotator.annotate(`${TEXT}\n\n${TEXT}`).quotes.map(({ id }) => id);
  assert.equal(new Set(ids).size, 2);
});

test("loading happens once", async () => {
  assert.equal(load(), load());
  assert.equal(await load(), annotator);
});

test("an aborted signal stops annotate", async () => {
  await assert.rejects(annotate(TEXT, { signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("rules are described", () => {
  const rule = annotator.annotate(TEXT).quotes[0].evidence[0].rule;
  const described = annotator.describeRule(rule);
  assert.ok(described && annotator.annotate(described.example).quotes.length > 0);
  assert.equal(annotator.describeRule("no such rule"), undefined);
});

/** @param {() => unknown} act */
function thrown(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function frozen(value) {
  return typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
}
