/**
 * Notes to work from: who said what, paragraph by paragraph, then dates and organisations.
 */
import { find } from "../element/lookup.js";
import { dateInWords, longDate } from "../element/words.js";
import { inCodeUnits } from "../offsets.js";
import { dateRow, entityRow, quoteRow, sure } from "./rows.js";
/** @import { Annotation, Entity, ExportOptions, Quote } from "../types.js" */

/**
 * Notes to work from: who said what, when, and which organisations.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toMarkdown } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toMarkdown(annotation).split("\n")[6]);
 * ```
 *
 * ```text
 * ### Ada Quill
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions} [options] `includeText`: the article itself at the end
 */
export function toMarkdown(given, options = {}) {
  const annotation = inCodeUnits(given);
  const { publication, text, paragraphs } = annotation;
  const [first] = paragraphs;
  const title = first?.role === "headline" ? text.slice(first.start, first.end) : "Who said what";
  return [
    `# ${plain(title)}`,
    publication.value ? `Published ${longDate(publication.value)}.` : "Publication date not known.",
    ...section("Who speaks", speakers(annotation, options)),
    ...section("When", sure(annotation.dates, options).map((date) => dateLine(annotation, date))),
    ...section("Organisations", sure(annotation.entities, options).filter(({ type }) => type === "organisation").map((entity) => nameLine(annotation, entity))),
    ...(options.includeText ? ["## The text", ...paragraphs.map(({ start, end }) => plain(text.slice(start, end)))] : []),
  ].join("\n\n").concat("\n");
}

/**
 * @param {string} title
 * @param {string[]} lines
 */
function section(title, lines) {
  return lines.length > 0 ? [`## ${title}`, lines.join("\n").trim()] : [];
}

/**
 * @param {Annotation} annotation
 * @param {ExportOptions} options
 */
function speakers(annotation, options) {
  const quotes = sure(annotation.quotes, options);
  const speakers = [...new Set(quotes.map(({ speaker }) => speaker))];
  return speakers.flatMap((id) => {
    const found = find(annotation, id);
    const named = found?.kind === "entity" ? found.item : null;
    return [`\n### ${heading(annotation, named)}\n`, ...quotes.filter(({ speaker }) => speaker === id).map((quote) => quoteLine(annotation, quote))];
  });
}

/**
 * @param {Annotation} annotation
 * @param {Entity | null} named
 */
function heading(annotation, named) {
  if (!named) return "Speaker not found";
  const { name, role } = entityRow(annotation, named);
  return plain(role ? `${name}, ${role}` : name);
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 */
function quoteLine(annotation, quote) {
  const { paragraph, kind, words, certainty, polarity } = quoteRow(annotation, quote);
  const said = kind === "direct" ? `“${words}”` : words;
  const remarks = [kind, polarity === "denies" && "denied", certainty === "unsure" && "unsure"].filter(Boolean).join(", ");
  return `- ${paragraph === "headline" ? "headline" : `¶${paragraph}`} (${remarks}): ${plain(said)}`;
}

/**
 * @param {Annotation} annotation
 * @param {Annotation["dates"][number]} date
 */
function dateLine(annotation, date) {
  const { words, value } = dateRow(annotation, date);
  return `- ${plain(dateInWords(value, date.mod))} (${plain(value)}): “${plain(words)}”${date.certainty === "unsure" ? ", unsure" : ""}`;
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 */
function nameLine(annotation, entity) {
  const { name, also, mentions } = entityRow(annotation, entity);
  return `- ${plain(name)}${also ? ` (${plain(also)})` : ""}: ${mentions}×`;
}

/** Nothing in the text becomes Markdown. @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>#|~]/g, "\\$&").replace(/^([-+]|\d+\.)(?=\s)/, "\\$1");
}
