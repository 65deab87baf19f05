/**
 * The article as HTML with what was found in it: `<time datetime>` for dates, `data-` attributes for the rest.
 */
import { entity, find } from "../element/lookup.js";
import { marks } from "../element/marks.js";
import { byStretch, nest } from "../element/nest.js";
import { inCodeUnits } from "../offsets.js";
/** @import { Annotation, ExportOptions, Paragraph } from "../types.js" */
/** @import { Mark } from "../element/marks.js" */
/** @import { Branch } from "../element/nest.js" */

/** What a page needs to show the marks by itself. */
const STYLE = `
.direct { background: #fbeec4; border-inline: 3px solid #835f02; padding-inline: .25em; }
.indirect, .mixed { text-decoration: underline dashed #77101c; text-underline-offset: .24em; }
.person { border-block-end: 2px solid #0b3566; } .organisation { border-block-end: 4px double #0f725f; } .date { border-block-end: 3px dotted #7a49b8; }
.cue { font-style: italic; } [data-speaker]::after { content: " [" attr(data-speaker) "]"; font: .75em sans-serif; }`;

/**
 * The article as HTML with its marks in it.
 *
 * @example
 * ```js
 * import { annotate } from "pressmark";
 * import { toHTML } from "pressmark/export";
 *
 * const annotation = await annotate("“No,” said Ada Quill on 3 May 2024.");
 * console.log(toHTML(annotation).split("\n")[1].slice(-63));
 * ```
 *
 * ```text
 * <time class="date" datetime="2024-05-03">3 May 2024</time>.</p>
 * ```
 *
 * @param {Annotation} given
 * @param {ExportOptions & { readonly style?: "semantic" | "highlighted" }} [options] `highlighted`: a whole page with its own styles
 */
export function toHTML(given, { style = "semantic", minConfidence = 0 } = {}) {
  const annotation = inCodeUnits(given);
  const drawn = marks(annotation).filter(({ id }) => (find(annotation, id)?.item.confidence ?? 1) >= minConfidence);
  const inside = byStretch(drawn, annotation.paragraphs);
  const body = annotation.paragraphs.map((paragraph, at) => block(annotation, inside[at] ?? [], paragraph)).join("\n");
  const article = `<article lang="${escape(annotation.language)}">\n${body}\n</article>\n`;
  if (style === "semantic") return article;
  return `<!doctype html>\n<html lang="${escape(annotation.language)}">\n<meta charset="utf-8">\n<title>${escape(title(annotation))}</title>\n<style>${STYLE}\n</style>\n${article}</html>\n`;
}

/** @param {Annotation} annotation */
function title({ text, paragraphs }) {
  return paragraphs[0] ? text.slice(paragraphs[0].start, paragraphs[0].end) : "Article";
}

/**
 * @param {Annotation} annotation
 * @param {Mark[]} inside
 * @param {Paragraph} paragraph
 */
function block(annotation, inside, paragraph) {
  const tag = paragraph.role === "headline" ? "h1" : paragraph.role === "heading" ? "h2" : "p";
  return `<${tag}>${nest(annotation.text, inside, paragraph).map((branch) => html(annotation, branch)).join("")}</${tag}>`;
}

/**
 * @param {Annotation} annotation
 * @param {Branch} branch
 * @returns {string}
 */
function html(annotation, branch) {
  if (typeof branch === "string") return escape(branch).replaceAll("\n", "<br>");
  const tag = branch.mark.kind === "date" ? "time" : "span";
  const inside = branch.children.map((child) => html(annotation, child)).join("");
  return `<${tag} class="${escape(branch.mark.kind)}"${attributes(annotation, branch.mark)}>${inside}</${tag}>`;
}

/**
 * @param {Annotation} annotation
 * @param {Mark} mark
 */
function attributes(annotation, mark) {
  const found = find(annotation, mark.id);
  if (found?.kind === "date") return /^\d|^P/.test(found.item.value) ? ` datetime="${escape(found.item.value)}"` : ` data-value="${escape(found.item.value)}"`;
  if (mark.kind === "cue") return "";
  const named = entity(annotation, mark.entity)?.name ?? "";
  return ` data-${found?.kind === "quote" ? "speaker" : "name"}="${escape(named)}"`;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
