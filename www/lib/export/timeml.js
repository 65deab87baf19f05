/**
 * TimeML: the text with each date as a TIMEX3, and the day of publication as the document creation time.
 */
import { inCodeUnits } from "../offsets.js";
import { inline } from "./inline.js";
import { sure } from "./rows.js";
import { element, escaped } from "./xml.js";
/** @import { Annotation, DateMark, ExportOptions } from "../types.js" */

/**
 * TimeML: each date as a TIMEX3.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toTimeML } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toTimeML(annotation).match(/<TIMEX3 tid="t1"[^>]*>/)[0]);
 * ```
 *
 * ```text
 * <TIMEX3 tid="t1" type="DATE" value="2024-05-03" temporalFunction="false">
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options]
 * @returns {string} XML
 */
export function toTimeML(given, options = {}) {
  const annotation = inCodeUnits(given);
  const { text, publication } = annotation;
  const dates = sure(annotation.dates, options);
  const ids = new Map(dates.map(({ id }, place) => [id, `t${place + 1}`]));
  const wraps = dates.map((date) => ({
    start: date.start, end: date.end,
    write: (/** @type {string} */ inside, /** @type {boolean} */ first) => (first ? element("TIMEX3", attributes(date, ids), inside) : inside),
  }));
  const created = { tid: "t0", type: "DATE", value: publication.value ?? "XXXX-XX-XX", functionInDocument: "PUBLICATION_TIME", temporalFunction: "false" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("TimeML", {}, [
    element("DCT", {}, element("TIMEX3", created, escaped(publication.value ?? "not known"))),
    element("TEXT", {}, inline(text, wraps, [{ start: 0, end: text.length }])[0]),
  ].join("\n"))}\n`;
}

/**
 * @param {DateMark} date
 * @param {Map<string, string>} ids
 */
function attributes({ id, type, value, mod, anchor }, ids) {
  const from = anchor === "publication" ? "t0" : anchor === null ? undefined : ids.get(anchor);
  return { tid: ids.get(id), type, value, mod, temporalFunction: String(from !== undefined), anchorTimeID: from };
}
