/**
 * Corrections, laid over what the engine found.
 *
 * Nothing is corrected in place: {@link applyEdits} makes a new annotation from the engine's and a log of {@link Edit}s. The log
 * survives a second run, a newer engine and edits of the text elsewhere; what cannot be placed any more comes back as failed.
 */
import { anchorAt, locate } from "./anchor.js";
import { Draft } from "./draft.js";
import { frozen } from "./frozen.js";
import { edit as shape } from "./shape.js";
/** @import { Anchor, AnnotateOptions, Annotation, AnyId, Edit, EntityId, NewEntity } from "./types.js" */

/**
 * Why a correction no longer fits; the message is written for people.
 *
 * @example
 * ```js
 * import { EditError, load } from "pressmark";
 *
 * const session = (await load()).session("It rained.");
 * try {
 *   session.edit({ op: "confirm", id: "q:gone" });
 * } catch (error) {
 *   console.log(error instanceof EditError, error.reason);
 * }
 * ```
 *
 * ```text
 * true no-such-id
 * ```
 */
export class EditError extends Error {
  /**
   * @param {Edit} edit
   * @param {"no-such-id" | "words-gone" | "ambiguous" | "bad-span" | "bad-value"} reason
   */
  constructor(edit, reason) {
    super(`${DONE[edit?.op] ?? "A correction"} could not be applied: ${REASONS[reason]}`);
    this.name = "EditError";
    this.edit = edit;
    this.reason = reason;
  }
}

/** @type {Readonly<Record<Edit["op"], string>>} */
const DONE = {
  confirm: "“That’s right”", remove: "A removal", "add-quote": "An added quotation", "add-mention": "An added name", "add-date": "An added date",
  "set-span": "A change of boundaries", "set-kind": "A change of kind", "set-speaker": "A change of speaker", "set-value": "A change of date",
  "set-published": "The publication date", rename: "A new name", "set-type": "A change of type", merge: "A merger", split: "A separation",
};
const REASONS = {
  "no-such-id": "what it was about is not found any more", "words-gone": "its words are not in the text any more",
  ambiguous: "its words stand in several places", "bad-span": "its words are no stretch of this text", "bad-value": "it says something that cannot be used",
};

/**
 * Lays corrections over an annotation, in order. One that cannot be done, such as a speaker who is not there, a date written "14 May" or a
 * merger of what is gone, changes nothing and comes back in `failed`.
 *
 * @example
 * ```js
 * import { annotate, applyEdits } from "pressmark";
 *
 * const found = await annotate("“No,” said Ada Quill.");
 * const [quote] = found.quotes;
 * const { annotation, failed } = applyEdits(found, [
 *   { op: "set-kind", id: quote.id, kind: "indirect" },
 *   { op: "remove", id: "d:gone" },
 * ]);
 * console.log(annotation.quotes[0].kind, annotation.quotes[0].origin, failed[0].reason);
 * ```
 *
 * ```text
 * indirect user no-such-id
 * ```
 *
 * @param {Annotation} annotation
 * @param {readonly Edit[]} edits
 * @returns {{ annotation: Annotation, failed: readonly EditError[] }}
 */
export function applyEdits(annotation, edits) {
  if (edits.length === 0) return { annotation, failed: [] };
  const draft = new Draft(annotation);
  const failed = edits.flatMap((edit) => {
    const problem = apply(draft, edit);
    return problem ? [new EditError(edit, problem)] : [];
  });
  return { annotation: frozen({ ...draft.finish(), edits: Object.freeze([...edits]) }), failed };
}

/**
 * What `AnnotateOptions.edits` asks for: reads without them, lays them over what was found.
 *
 * @param {AnnotateOptions | undefined} options
 * @param {(options: AnnotateOptions | undefined) => Annotation} read
 * @returns {Annotation}
 */
export function withEdits(options, read) {
  if (!options?.edits) return read(options);
  return applyEdits(read(withoutEdits(options)), options.edits).annotation;
}

/**
 * The options for the engine: a publication date among the corrections is counted from.
 *
 * @param {AnnotateOptions} options
 * @returns {AnnotateOptions}
 */
export function withoutEdits({ edits = [], ...options }) {
  const published = publishedBy(edits);
  return published === undefined ? options : { ...options, published };
}

/**
 * A correction that remembers in words what it is about.
 *
 * @param {Annotation} annotation
 * @param {Edit} edit
 * @returns {Edit}
 */
export function remembered(annotation, edit) {
  if (edit.where || !("id" in edit)) return edit;
  const span = new Draft(annotation).place(edit.id);
  return span ? { ...edit, where: anchorAt(annotation.text, span) } : edit;
}

/**
 * The publication date that the corrections leave; `undefined` when none of them set it.
 *
 * @param {readonly Edit[]} edits
 * @returns {string | null | undefined}
 */
export function publishedBy(edits) {
  const days = edits.flatMap((edit) => (edit?.op === "set-published" && isDay(edit.value) ? [edit.value] : []));
  return days.at(-1);
}

/** Whether a publication date is one, or none. @param {unknown} value */
function isDay(value) {
  if (value === null) return true;
  const day = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00Z`) : null;
  return day !== null && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(String(value));
}

/**
 * The corrections that make an annotation from its text again. A publication date that somebody gave is one of them.
 *
 * @param {Annotation} annotation
 * @returns {readonly Edit[]}
 */
export function editsOf({ edits = [], publication: { source, value } }) {
  const given = source === "given" && publishedBy(edits) === undefined;
  return given ? [{ op: "set-published", value }, ...edits] : edits;
}

/** @typedef {EditError["reason"] | null} Problem */

/** What each correction of one finding can be about, by the first letter of its id. @type {Readonly<Partial<Record<Edit["op"], string>>>} */
const ABOUT = { "set-span": "qmd", "set-kind": "q", "set-speaker": "q", "set-value": "d", rename: "e", "set-type": "e", split: "e" };

/**
 * @param {Draft} draft
 * @param {Edit} edit
 * @returns {Problem}
 */
function apply(draft, edit) {
  if (shape(edit) !== null || !isUsable(edit)) return "bad-value";
  if (!somebodies(edit).every((named) => draft.entities.has(named))) return "no-such-id";
  switch (edit.op) {
    case "set-published": return null; // The engine counts from it; the session passes it on.
    case "add-quote": return withSpans(draft, edit.content, (content) => draft.addQuote(content, edit.kind, edit.speaker));
    case "add-mention": return withSpans(draft, [edit.anchor], ([span]) => span && draft.addMention(span, edit.entity, edit.everywhere ?? false));
    case "add-date": return withSpans(draft, [edit.anchor], ([span]) => span && draft.addDate(span, edit.value, edit.type));
    case "merge": return draft.merge(edit.ids, edit.keep) ? null : "no-such-id";
    default: return targeted(draft, edit, draft.find(edit.id) ? edit.id : again(draft, edit));
  }
}

/** Whether what a correction says can be said: a name has letters, a day is in the calendar. @param {Edit} edit */
function isUsable(edit) {
  switch (edit.op) {
    case "set-published": return isDay(edit.value);
    case "add-date": case "set-value": return /^[\w.:+-]+$/.test(edit.value);
    case "rename": case "split": return edit.name.trim() !== "";
    case "add-quote": case "set-speaker": return typeof edit.speaker !== "object" || edit.speaker === null || edit.speaker.name.trim() !== "";
    case "add-mention": return typeof edit.entity !== "object" || edit.entity.name.trim() !== "";
    default: return true;
  }
}

/** Whom a correction takes to be there already. @param {Edit} edit @returns {readonly EntityId[]} */
function somebodies(edit) {
  const known = (/** @type {EntityId | NewEntity | null} */ named) => (typeof named === "string" ? [named] : []);
  switch (edit.op) {
    case "add-quote": case "set-speaker": return known(edit.speaker);
    case "add-mention": return known(edit.entity);
    case "merge": return [edit.keep];
    default: return [];
  }
}

/**
 * @param {Draft} draft
 * @param {Extract<Edit, { id: AnyId }>} edit
 * @param {AnyId | Problem} id
 * @returns {Problem}
 */
function targeted(draft, edit, id) {
  if (id === null || id === "words-gone" || id === "ambiguous" || id === "no-such-id" || id === "bad-span") return /** @type {Problem} */ (id) ?? "no-such-id";
  if (!(ABOUT[edit.op] ?? "qmde").includes(draft.letter(id))) return "bad-value";
  switch (edit.op) {
    case "confirm": draft.confirm(id); return null;
    case "remove": draft.remove(id, edit.everywhere ?? false); return null;
    case "set-span": return withSpans(draft, edit.spans, (spans) => draft.setSpan(id, spans));
    case "set-kind": draft.change(id, { kind: edit.kind }); return null;
    case "set-speaker": draft.setSpeaker(id, edit.speaker); return null;
    case "set-value": draft.setValue(id, edit.value); return null;
    case "rename": draft.change(id, { name: edit.name }); return null;
    case "set-type": draft.change(id, { type: edit.type }); return null;
    case "split": return draft.split(id, edit.mentions, edit.name) ? null : "no-such-id";
  }
}

/**
 * The finding of the same kind that now stands where the words of a correction stand.
 *
 * @param {Draft} draft
 * @param {Extract<Edit, { id: AnyId }>} edit
 * @returns {AnyId | Problem}
 */
function again(draft, { id, where }) {
  if (!where) return "no-such-id";
  const span = locate(draft.text, where);
  return typeof span === "string" ? span : draft.standing(id.charAt(0), span) ?? "no-such-id";
}

/**
 * @param {Draft} draft
 * @param {readonly Anchor[]} anchors
 * @param {(spans: { start: number, end: number }[]) => void} act
 * @returns {Problem}
 */
function withSpans(draft, anchors, act) {
  const spans = [];
  for (const anchor of anchors) {
    const span = locate(draft.text, anchor);
    if (typeof span === "string") return span;
    spans.push(span);
  }
  if (spans.length === 0) return "bad-span";
  act(spans);
  return null;
}
