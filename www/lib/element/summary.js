/**
 * What was found, in one sentence, for a screen reader.
 */
import { counts } from "./filter.js";
import { speakers } from "./lookup.js";
import { count } from "./words.js";
/** @import { Annotation } from "../types.js" */

/** @param {Annotation} annotation */
export function summary(annotation) {
  const { quotes, dates, unsure } = annotation;
  if (annotation.text.trim() === "") return "";
  const by = speakers(annotation).length;
  const { people, organisations } = counts(annotation);
  return [
    `${count(quotes.length, "quotation")}${by > 0 ? ` by ${count(by, "speaker")}` : ""}`,
    count(people, "person", "people"), count(organisations, "organisation"), count(dates.length, "date"),
    `${unsure.length} to check`,
  ].join(", ");
}
