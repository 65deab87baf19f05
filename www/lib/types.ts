/**
 * The shapes that pressmark takes and gives. Offsets are UTF-16 code units, dates ISO 8601 and TIMEX3 values,
 * confidences numbers from 0 to 1. Everything given is plain frozen data: it can be cloned, posted, stored and compared.
 */

import type { Session } from "./session.js";

/** Half-open range into `Annotation.text`, so that `text.slice(start, end)` is always right. */
export interface Span { readonly start: number; readonly end: number }
/** The unit of `Annotation.offsets`: "utf16", unless `convertOffsets` has changed it. */
export type OffsetUnit = "utf16" | "codepoint" | "utf8";

declare const brand: unique symbol;
type Id<K extends string> = string & { readonly [brand]?: K };
/** Ids are made from content (kind, text, short context), never from a counter: they survive a second run, an edit
 *  elsewhere in the text, and a round trip through a file. */
export type EntityId = Id<"entity">;
export type MentionId = Id<"mention">;
export type QuoteId = Id<"quote">;
export type DateId = Id<"date">;
export type AnyId = EntityId | MentionId | QuoteId | DateId;

/** Names of rules are public and stable within a major version; `describeRule` gives the sentence shown to people. */
export type RuleId = string;
export interface Evidence {
  readonly rule: RuleId;
  /** The places in the text which the rule looked at. */
  readonly spans: readonly Span[];
  /** Ready to show: "14 May is a Tuesday in 2019, 2024 and 2030". */
  readonly note?: string;
}
/** What people are shown. Thresholds belong to the library so that every user interface says the same thing. */
export type Certainty = "certain" | "likely" | "unsure";
export interface Judged {
  /** 0 to 1, calibrated: of the marks given 0.9, about nine in ten are right on held-out news. */
  readonly confidence: number;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  /** "user" when the caller gave it, as with `published`; "names" when it comes from `AnnotateOptions.names`. */
  readonly origin: "engine" | "user" | "names";
}

/** "place" is there because a place can speak ("Moscow said"); "group" is several people at once ("the two leaders"),
 *  "unnamed" a source without a name ("a spokeswoman"). */
export type EntityType = "person" | "organisation" | "place" | "group" | "unnamed";
/** "name", "short-name" and "acronym" cover the name alone: no title, no leading "the", no possessive 's. */
export type MentionForm = "name" | "short-name" | "acronym" | "pronoun" | "description";

export interface Mention extends Span, Judged {
  readonly id: MentionId;
  readonly entity: EntityId;
  readonly form: MentionForm;
}
export interface Role extends Judged {
  /** As written: "chief engineer". */
  readonly text: string;
  /** Where it is written; left out when the list of names gives it. */
  readonly span?: Span;
  readonly organisation?: EntityId;
}
export interface Entity extends Judged {
  readonly id: EntityId;
  readonly type: EntityType;
  /** Fullest name found; for "unnamed" the description ("a spokeswoman"). */
  readonly name: string;
  readonly acronym?: string;
  readonly aliases: readonly string[];
  readonly title?: string;
  readonly roles: readonly Role[];
  /** Only for references inside the text ("she", "he", "they"); never guessed from a name. */
  readonly pronouns?: readonly string[];
  readonly mentions: readonly MentionId[];
  readonly quotes: readonly QuoteId[];
}

export type QuoteKind = "direct" | "indirect" | "mixed";
export interface Cue extends Span {
  readonly lemma: string;
  /** "denied", "did not say": the content is not something the speaker asserts. */
  readonly polarity: "asserts" | "denies" | "asks" | "wishes" | "unclear";
}
export interface SpeakerCandidate { readonly entity: EntityId; readonly confidence: number }
export interface Quote extends Judged {
  readonly id: QuoteId;
  readonly kind: QuoteKind;
  /** In order; more than one when the reporting clause or a paragraph break comes between. */
  readonly content: readonly Span[];
  readonly cue: Cue | null;
  /** The words that name the speaker here ("she", "the council"). */
  readonly source: readonly Span[];
  /** Null when nobody can be named. */
  readonly speaker: EntityId | null;
  readonly candidates: readonly SpeakerCandidate[];
  /** The quotation that this one stands in. */
  readonly parent?: QuoteId;
  /** Indices into `Annotation.paragraphs`. */
  readonly paragraphs: readonly [first: number, last: number];
}

export type DateType = "DATE" | "TIME" | "DURATION" | "SET";
export type DateModifier = "BEFORE" | "AFTER" | "START" | "MID" | "END" | "APPROX" | "LESS_THAN" | "MORE_THAN" | "EQUAL_OR_LESS" | "EQUAL_OR_MORE" | "ON_OR_BEFORE" | "ON_OR_AFTER";
export type DatePart = "year" | "month" | "day" | "weekday" | "hour" | "minute" | "zone";
/** Said in the text (true) or filled in (false), part by part. */
export type Stated = Readonly<Partial<Record<DatePart, boolean>>>;
export interface DateMark extends Span, Judged {
  readonly id: DateId;
  readonly type: DateType;
  /** TIMEX3 value: "2024-05-10", "2025-SP", "P3W", "XXXX-WXX-5" when it cannot be placed. */
  readonly value: string;
  readonly mod?: DateModifier;
  /** First and last day, ISO 8601, inclusive; null for durations, sets and dates that cannot be placed. */
  readonly range: { readonly from: string; readonly to: string } | null;
  /** What it was counted from: another date, or the publication date. */
  readonly anchor: DateId | "publication" | null;
  readonly stated: Stated;
  readonly alternatives: readonly { readonly value: string; readonly confidence: number }[];
}

export interface Publication extends Judged {
  /** ISO date, or null when it is neither given nor found. Never silently "today". */
  readonly value: string | null;
  readonly source: "given" | "dateline" | "inferred" | "none";
  readonly span?: Span;
  readonly stated: Stated;
}
export interface Paragraph extends Span { readonly role: "headline" | "byline" | "dateline" | "body" | "heading" }

/** One article, read. */
export interface Annotation {
  readonly schema: "pressmark/1";
  readonly generator: { readonly name: string; readonly version: string };
  /** The text that was given, unchanged. */
  readonly text: string;
  readonly offsets: OffsetUnit;
  readonly language: string;
  readonly publication: Publication;
  readonly paragraphs: readonly Paragraph[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly quotes: readonly Quote[];
  readonly dates: readonly DateMark[];
  /** Ids worth a person's look, most doubtful first. */
  readonly unsure: readonly AnyId[];
  /** The corrections laid over what the engine found; left out when there are none. */
  readonly edits?: readonly Edit[];
  /** Those of `AnnotateOptions.names` that stand in the text, kept by a session so that a file brings its names along. */
  readonly names?: readonly NameEntry[];
}

export type Layer = "quotes" | "people" | "organisations" | "dates";
/**
 * A name to recognise, in the spelling to be shown, or to leave alone (`ignore`). It wins over what the engine finds. A name with
 * a capital is looked for with a capital; a name or alias has at least one letter and at most 16 words and marks.
 */
export interface NameEntry {
  readonly name: string;
  readonly type: "person" | "organisation";
  readonly aliases?: readonly string[];
  /** What the person does, as it is to be shown. */
  readonly role?: string;
  readonly ignore?: boolean;
}
export interface AnnotateOptions {
  /** When the article was published: "2024-05-14". Left out: looked for in the text. */
  readonly published?: string | null;
  /** Order of 5/4/2024: day first for "en-GB", month first for "en-US"; for others the text decides. */
  readonly locale?: "en-GB" | "en-US" | (string & {});
  readonly layers?: readonly Layer[];
  readonly kinds?: readonly QuoteKind[];
  /** Leave out marks below this confidence, counted in whole per cent. Default 0.5. */
  readonly minConfidence?: number;
  /** False leaves `evidence` empty: smaller output. Default true. */
  readonly explain?: boolean;
  readonly paragraphs?: "auto" | "blank-line" | "line";
  /** Names that the user knows better. Of two entries with one name, the first counts. */
  readonly names?: readonly NameEntry[];
  /** Corrections to lay over what is found, from an earlier run or a file. `applyEdits` says which of them no longer fit. */
  readonly edits?: readonly Edit[];
}
export interface AsyncOptions { readonly signal?: AbortSignal }

/** Where the WebAssembly module comes from. */
export type WasmSource = string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/** Title, sentence and example, for people. */
export interface RuleDescription { readonly title: string; readonly text: string; readonly example: string }

export interface Annotator {
  readonly version: string;
  /**
   * Reads one article, synchronously: a newspaper article takes less than a frame.
   *
   * Throws a `TypeError` for a text that is no string, and a `PressmarkError` for a text of more than 10 Mi code units ("text-too-long"),
   * an option that does not exist ("unknown-option"), a value that cannot be used ("bad-option"), an entry of `names` that cannot be used
   * ("bad-name"), and should the engine ever
   * stop half-way ("engine-failed"; it is ready again for the next text).
   *
   * @example
   * ```js
   * import { load } from "pressmark";
   *
   * const text = "Otto Brand denied that the ferry was late on 3 May 2024.";
   * const { quotes: [{ kind, content: [{ start, end }], cue }] } = (await load()).annotate(text, { minConfidence: 0 });
   * console.log(kind, cue.polarity, text.slice(start, end));
   * ```
   *
   * ```text
   * indirect denies the ferry was late on 3 May 2024
   * ```
   */
  annotate(text: string, options?: AnnotateOptions): Annotation;
  /** A text while somebody works on it. `options.edits` are the corrections to begin with. */
  session(text?: string, options?: AnnotateOptions): Session;
  /**
   * What a rule is, in words; nothing for a rule that is not there.
   *
   * @example
   * ```js
   * import { load } from "pressmark";
   *
   * const annotator = await load();
   * const { quotes: [{ evidence: [{ rule }] }] } = annotator.annotate("“No,” said Ada Quill.");
   * console.log(Object.keys(annotator.describeRule(rule)).join(", "));
   * ```
   *
   * ```text
   * title, text, example
   * ```
   */
  describeRule(rule: RuleId): RuleDescription | undefined;
}

/** Text out of a page, a clipboard or a file. `published`: the date that the source states, `2024-05-14`. */
export interface TextInput { readonly text: string; readonly title?: string; readonly published?: string; readonly source: "text" | "html" | "docx" | "markdown" }

/** Replaces the text from `start` to `end`. */
export interface TextChange extends Span { readonly insert: string }
/** What changed from one annotation to the next. */
export interface Delta {
  readonly revision: number;
  /** Paragraphs whose text or marks changed: old range, then what it became. */
  readonly paragraphs: { readonly was: readonly [number, number]; readonly now: readonly [number, number] };
  readonly added: readonly AnyId[];
  readonly removed: readonly AnyId[];
  readonly changed: readonly AnyId[];
}

export interface SessionEventMap {
  /** After each change, however it came about; "part": more of a long text has been read. */
  change: CustomEvent<{ readonly annotation: Annotation; readonly delta: Delta; readonly cause: "text" | "edit" | "undo" | "redo" | "options" | "part" }>;
  /** The engine refused the text or an option, and said so by the error that is the event's `detail`. The text is kept, without marks. */
  failure: CustomEvent<unknown>;
}
declare module "./session.js" {
  interface Session {
    addEventListener<K extends keyof SessionEventMap>(type: K, listener: (this: Session, event: SessionEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  }
}
/** How a correction finds its place again: the words, a little of what stands round them, and where they were. */
export interface Anchor extends Span { readonly exact: string; readonly prefix: string; readonly suffix: string }
/** Somebody or something that the engine did not find. */
export interface NewEntity { readonly type: EntityType; readonly name: string }
/**
 * A correction. `where` says in words what `id` meant, so that it is found again when a newer engine or an edit of the text has
 * changed the id; `at` and `by` say when and by whom.
 */
export type Edit = { readonly at?: string; readonly by?: string; readonly where?: Anchor } & (
  | { readonly op: "confirm"; readonly id: AnyId }
  | { readonly op: "remove"; readonly id: AnyId; readonly everywhere?: boolean }
  | { readonly op: "add-quote"; readonly content: readonly Anchor[]; readonly kind: QuoteKind; readonly speaker: EntityId | NewEntity | null }
  | { readonly op: "add-mention"; readonly anchor: Anchor; readonly entity: EntityId | NewEntity; readonly everywhere?: boolean }
  | { readonly op: "add-date"; readonly anchor: Anchor; readonly value: string; readonly type: DateType }
  | { readonly op: "set-span"; readonly id: QuoteId | MentionId | DateId; readonly spans: readonly Anchor[] }
  | { readonly op: "set-kind"; readonly id: QuoteId; readonly kind: QuoteKind }
  | { readonly op: "set-speaker"; readonly id: QuoteId; readonly speaker: EntityId | NewEntity | null }
  | { readonly op: "set-value"; readonly id: DateId; readonly value: string }
  | { readonly op: "set-published"; readonly value: string | null }
  | { readonly op: "rename"; readonly id: EntityId; readonly name: string }
  | { readonly op: "set-type"; readonly id: EntityId; readonly type: EntityType }
  | { readonly op: "merge"; readonly ids: readonly EntityId[]; readonly keep: EntityId }
  | { readonly op: "split"; readonly id: EntityId; readonly mentions: readonly MentionId[]; readonly name: string });

/** The same calls, answered from a worker. A new call cancels no older one; an aborted signal does. */
export interface AsyncAnnotator {
  readonly version: string;
  /**
   * Reads one article. Texts are read one after the other. Rejects with what `Annotator.annotate` throws, with the signal's reason
   * when that is aborted, and with a `PressmarkError` when there is no worker to be had or it breaks down ("worker-failed"; the next call
   * starts another), when the module cannot be loaded ("load-failed"), and after `dispose` ("disposed").
   */
  annotate(text: string, options?: AnnotateOptions & AsyncOptions): Promise<Annotation>;
  /**
   * For long texts: first the beginning, then twice as much of the text each time, and last all of it, "settled". The first part
   * comes as fast as a short article, and the whole takes twice as long as `annotate`. Leaving the loop stops the reading.
   */
  stream(text: string, options?: AnnotateOptions & AsyncOptions): AsyncIterable<AnnotationPart>;
  /** Ends the worker; what is still asked for is rejected. */
  dispose(): void;
  [Symbol.dispose](): void;
}
/** What is known of a long text so far. */
export interface AnnotationPart {
  /** Of the whole text; its paragraphs and marks are those of what has been read. */
  readonly annotation: Annotation;
  /** First and last paragraph that this part has added; the last one is before the first when there is none. */
  readonly paragraphs: readonly [first: number, last: number];
  /** Whether all has been read. Until then a name or a speaker may still change. */
  readonly settled: boolean;
  /** From the part before. */
  readonly delta: Delta;
}

/** What `toCSV` and `toJSONLines` write one of. */
export type Table = "quotes" | "people" | "organisations" | "dates";
/** What a writer leaves out (marks below `minConfidence`), takes in (`includeText`) and makes its ids from (`baseIRI`). */
export interface ExportOptions { readonly minConfidence?: number; readonly includeText?: boolean; readonly baseIRI?: string }
