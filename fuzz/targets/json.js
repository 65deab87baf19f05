/** Native files that somebody has changed: refused in words, or as good as any other wherever an annotation goes. */

import assert from "node:assert/strict";
import * as formats from "../../www/lib/export/index.js";
import { applyEdits, load, PressmarkError } from "../../www/lib/node.js";
import { generator } from "../../tests/random.js";
/** @import { Annotation, Edit } from "../../www/lib/types.js" */
/** @import { Random } from "../../tests/random.js" */

const TEXT = "Mill to close\n\nOSTERBY, 5 March 2021 — “We kept 🚢 running,” said Ada Quill, head of the Osterby Weavers’ Guild (OWG). “Nobody else would.”\n\nQuill told reporters on Friday that the guild “will not sign”.";
const ODD = [null, true, "", "x", "__proto__", "constructor", "<img src=x onerror=alert(1)>", "=1+1", "\uD800", "\0", 0, -1, 0.5, 1e9, 1e308, [], {}, [[]], { start: 0, end: 3 }, { start: 3, end: 0 }];
const WRITERS = [
  formats.toBrat, formats.toCitron, formats.toHTML, formats.toJSON, formats.toMarkdown, formats.toNinjs, formats.toSchemaOrg, formats.toSpacy, formats.toTEI, formats.toTimeML, formats.toWebAnnotation,
  (/** @type {Annotation} */ annotation) => formats.toHTML(annotation, { style: "highlighted" }),
  .../** @type {const} */ (["quotes", "people", "organisations", "dates"]).flatMap((table) => [
    (/** @type {Annotation} */ annotation) => formats.toCSV(annotation, table),
    (/** @type {Annotation} */ annotation) => formats.toJSONLines(annotation, table),
  ]),
];

/** @returns {Promise<(seed: number) => boolean>} whether the file was taken */
export async function start() {
  const annotator = await load();
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const whole = formats.toJSON(corrected(annotator.annotate(TEXT, { minConfidence: 0 })));
  return (seed) => {
    const annotation = taken(changed(whole, generator(seed)));
    assert.equal(Object.getOwnPropertyNames(Object.prototype).length, before, "a prototype was changed");
    if (!annotation) return false;
    for (const write of WRITERS) assert.notEqual(write(annotation), undefined);
    const { edits = [], names = [] } = annotation;
    applyEdits(annotation, edits);
    try {
      annotator.annotate(annotation.text, { names, edits });
    } catch (error) {
      assert.ok(error instanceof PressmarkError && ["bad-name", "bad-option"].includes(error.code), `${error}`);
    }
    return true;
  };
}

/**
 * With a correction of each kind, and a name.
 *
 * @param {Annotation} annotation
 */
function corrected(annotation) {
  const { quotes: [quote], entities: [entity], mentions: [mention], dates: [date] } = annotation;
  if (!quote || !entity || !mention || !date) throw new Error("the text shows too little");
  const anchor = { exact: "running", prefix: "", suffix: "", start: 48, end: 55 };
  /** @type {Edit[]} */
  const edits = [
    { op: "confirm", id: quote.id }, { op: "remove", id: date.id }, { op: "add-quote", content: [anchor], kind: "direct", speaker: entity.id },
    { op: "add-mention", anchor, entity: { type: "person", name: "Run" }, everywhere: true }, { op: "add-date", anchor, value: "2021", type: "DATE" },
    { op: "set-span", id: quote.id, spans: [anchor], where: anchor }, { op: "set-kind", id: quote.id, kind: "mixed" }, { op: "set-speaker", id: quote.id, speaker: null },
    { op: "set-published", value: "2021-03-05" }, { op: "rename", id: entity.id, name: "Ada" }, { op: "set-type", id: entity.id, type: "person" },
    { op: "split", id: entity.id, mentions: [mention.id], name: "Ben" }, { op: "merge", ids: [entity.id], keep: entity.id },
  ];
  return { ...applyEdits(annotation, edits).annotation, names: [{ name: "Ada Quill", type: /** @type {const} */ ("person"), aliases: ["Ada"], role: "head" }] };
}

/** @param {string} json */
function taken(json) {
  try {
    return formats.fromJSON(json);
  } catch (error) {
    assert.ok(error instanceof TypeError && error.message.startsWith("This "), `${error}`);
    return null;
  }
}

/**
 * With one to three values changed, left out or put elsewhere.
 *
 * @param {string} json
 * @param {Random} random
 */
function changed(json, random) {
  const root = JSON.parse(json);
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const places = inside(root);
    const { holder, key } = /** @type {{ holder: any, key: string }} */ (places[random(places.length)]);
    const other = /** @type {{ holder: any, key: string }} */ (places[random(places.length)]);
    switch (random(5)) {
      case 0: delete holder[key]; break;
      case 1: holder[key] = structuredClone(other.holder[other.key]); break;
      case 2: Object.defineProperty(holder, ["__proto__", "constructor", "toString"][random(3)] ?? "", { value: { polluted: 1 }, enumerable: true, configurable: true, writable: true }); break;
      default: holder[key] = structuredClone(ODD[random(ODD.length)]);
    }
  }
  return JSON.stringify(root);
}

/**
 * @param {any} value
 * @returns {{ holder: any, key: string }[]}
 */
function inside(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...inside(value[key])]);
}
