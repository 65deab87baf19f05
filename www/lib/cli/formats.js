/** What the command can write: every writer of `pressmark/export`, by the name to give to `--format`. */
/** @import { Annotation } from "../types.js" */

import * as to from "../export/index.js";

const indented = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;

/** @typedef {{ end: string, write: (annotation: Annotation) => string }} File `end`: of the file's name */
/** @typedef {File & { beside?: File }} Format `beside`: what a program needs next to it, where files are written */
/** @type {Readonly<Record<string, Format>>} */
export const FORMATS = {
  json: { end: ".json", write: (annotation) => `${JSON.stringify(annotation)}\n` },
  pretty: { end: ".json", write: to.toJSON },
  markdown: { end: ".md", write: (annotation) => to.toMarkdown(annotation) },
  html: { end: ".html", write: (annotation) => to.toHTML(annotation, { style: "highlighted" }) },
  "semantic-html": { end: ".html", write: (annotation) => to.toHTML(annotation) },
  "quotes-csv": { end: ".quotes.csv", write: (annotation) => to.toCSV(annotation, "quotes") },
  "people-csv": { end: ".people.csv", write: (annotation) => to.toCSV(annotation, "people") },
  "organisations-csv": { end: ".organisations.csv", write: (annotation) => to.toCSV(annotation, "organisations") },
  "dates-csv": { end: ".dates.csv", write: (annotation) => to.toCSV(annotation, "dates") },
  "quotes-jsonl": { end: ".quotes.jsonl", write: (annotation) => to.toJSONLines(annotation, "quotes") },
  "people-jsonl": { end: ".people.jsonl", write: (annotation) => to.toJSONLines(annotation, "people") },
  "organisations-jsonl": { end: ".organisations.jsonl", write: (annotation) => to.toJSONLines(annotation, "organisations") },
  "dates-jsonl": { end: ".dates.jsonl", write: (annotation) => to.toJSONLines(annotation, "dates") },
  "web-annotation": { end: ".annotations.jsonld", write: (annotation) => indented(to.toWebAnnotation(annotation)) },
  "schema-org": { end: ".article.jsonld", write: (annotation) => indented(to.toSchemaOrg(annotation)) },
  tei: { end: ".tei.xml", write: (annotation) => to.toTEI(annotation) },
  timeml: { end: ".tml", write: (annotation) => to.toTimeML(annotation) },
  ninjs: { end: ".ninjs.json", write: (annotation) => indented(to.toNinjs(annotation)) },
  brat: { end: ".ann", write: (annotation) => to.toBrat(annotation).ann, beside: { end: ".txt", write: (annotation) => to.toBrat(annotation).txt } },
  citron: { end: ".citron.json", write: (annotation) => indented(to.toCitron(annotation)) },
  spacy: { end: ".spacy.json", write: (annotation) => indented(to.toSpacy(annotation)) },
};
