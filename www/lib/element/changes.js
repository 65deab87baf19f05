/**
 * The controls with which one mark is corrected.
 */
import { anchorAt } from "../anchor.js";
import { h } from "./dom.js";
import { moved } from "./edges.js";
import { capital, ENTITY_TYPES } from "./words.js";
/** @import { Annotation, DateMark, Edit, Entity, EntityId, EntityType, Mention, NewEntity, Quote, QuoteKind } from "../types.js" */
/** @import { Row } from "./facts.js" */
/** @import { Found } from "./lookup.js" */
/** @typedef {(edit: Edit) => void} Correct */

/** @type {readonly QuoteKind[]} */
const KINDS = ["direct", "indirect", "mixed"];
const NOBODY = "nobody";
const SOMEBODY_ELSE = "else";

/**
 * Rows with fields: whose, of which kind, which value.
 *
 * @param {Annotation} annotation
 * @param {Found} found
 * @param {Correct} correct
 * @returns {Row[]}
 */
export function fields(annotation, found, correct) {
  if (found.kind === "quote") return quoteFields(annotation, found.item, correct);
  if (found.kind === "date") return [["Value", valueField(found.item, correct)]];
  return found.kind === "mention" ? mentionFields(annotation, found.item, correct) : [];
}

/**
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @param {Correct} correct
 * @returns {Row[]}
 */
function quoteFields(annotation, quote, correct) {
  const known = candidates(annotation, quote);
  const options = [...known.map(({ id, name }) => option(id, capital(name))), option(NOBODY, "Nobody named"), option(SOMEBODY_ELSE, "Somebody else…")];
  const speaker = whom(options, quote.speaker ?? NOBODY, "Speaker", (who) => correct({ op: "set-speaker", id: quote.id, speaker: who }));
  const kinds = KINDS.map((kind) => option(kind, kind));
  const kind = select("Kind", kinds, quote.kind, (value) => correct({ op: "set-kind", id: quote.id, kind: /** @type {QuoteKind} */ (value) }));
  return [["Speaker", speaker], ["Kind", kind]];
}

/**
 * The likely speakers first, then everybody else in the order of the text.
 *
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {Entity[]}
 */
function candidates({ entities }, { candidates }) {
  const likely = candidates.flatMap((candidate) => entities.find(({ id }) => id === candidate.entity) ?? []);
  return [...new Set([...likely, ...entities.filter(({ type, quotes }) => type !== "place" || quotes.length > 0)])];
}

/**
 * A choice of people, with a field for one who is not among them.
 *
 * @param {HTMLOptionElement[]} options
 * @param {string} chosen
 * @param {string} label
 * @param {(who: EntityId | NewEntity | null) => void} choose
 */
function whom(options, chosen, label, choose) {
  const name = entry({ hidden: true, ariaLabel: "Name", placeholder: "Name" }, (name) => choose({ type: "person", name }));
  const field = select(label, options, chosen, (value) => {
    name.hidden = value !== SOMEBODY_ELSE;
    if (!name.hidden) name.focus();
    else choose(value === NOBODY ? null : value);
  });
  return h("span", {}, field, name);
}

/**
 * @param {DateMark} date
 * @param {Correct} correct
 */
function valueField(date, correct) {
  const hint = { value: date.value, ariaLabel: "Value", spellcheck: false, title: "2024-05-14, 2024-05, 2025-SP, P3W" };
  return entry(hint, (value) => correct({ op: "set-value", id: date.id, value }));
}

/**
 * A field that takes effect once, on Enter or on leaving it changed.
 *
 * @param {Record<string, unknown>} properties
 * @param {(value: string) => void} take
 */
function entry(properties, take) {
  const done = () => {
    const value = field.value.trim();
    if (value === "" || value === taken) return;
    taken = value;
    take(value);
  };
  const field = h("input", {
    ...properties,
    onchange: done,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // or it would go on to the field that has the focus next
      done();
    },
  });
  let taken = field.value;
  return field;
}

/**
 * @param {Annotation} annotation
 * @param {Mention} mention
 * @param {Correct} correct
 * @returns {Row[]}
 */
function mentionFields(annotation, mention, correct) {
  const anchor = anchorAt(annotation.text, mention);
  const options = [...annotation.entities.map(({ id, name }) => option(id, capital(name))), option(SOMEBODY_ELSE, "Somebody else…")];
  const who = whom(options, mention.entity, "Stands for", (who) => who && correct({ op: "add-mention", anchor, entity: who }));
  const named = annotation.entities.find(({ id }) => id === mention.entity);
  const types = /** @type {EntityType[]} */ (["person", "organisation", "place", "group", "unnamed"]).map((type) => option(type, ENTITY_TYPES[type].toLowerCase()));
  const type = named && select("Is a", types, named.type, (value) => correct({ op: "set-type", id: named.id, type: /** @type {EntityType} */ (value) }));
  return type ? [["Stands for", who], ["Which is", type]] : [["Stands for", who]];
}

/**
 * @param {Annotation} annotation
 * @param {Found} found
 * @param {Correct} correct
 * @returns {HTMLButtonElement[]}
 */
export function acts(annotation, found, correct) {
  const { id, origin } = found.item;
  const agree = origin === "engine" ? [act("That’s right", "Y", () => correct({ op: "confirm", id }))] : [];
  if (found.kind === "entity") return agree;
  return [
    ...agree,
    act(NOT_A[found.kind], "Del", () => correct({ op: "remove", id })),
    ...(found.kind === "mention" ? [act("Not a name, everywhere", "", () => correct({ op: "remove", id, everywhere: true }))] : []),
    ...edges(annotation, found, correct),
  ];
}

const NOT_A = { quote: "Not a quotation", date: "Not a date", mention: "Not a name" };

/**
 * @param {Annotation} annotation
 * @param {Exclude<Found, { kind: "entity" }>} found
 * @param {Correct} correct
 */
function edges(annotation, found, correct) {
  return /** @type {const} */ ([["Shorter", "[", -1], ["Longer", "]", 1]]).flatMap(([title, key, step]) => {
    const edit = moved(annotation, found, step);
    return edit ? [act(title, key, () => correct(edit))] : [];
  });
}

/**
 * @param {string} title
 * @param {string} key
 * @param {() => void} onclick
 */
function act(title, key, onclick) {
  return h("button", { type: "button", className: "button quiet", title: key && `Key ${key}`, onclick }, title);
}

/**
 * @param {string} value
 * @param {string} text
 */
function option(value, text) {
  return h("option", { value }, text);
}

/**
 * A choice. With the pointer it takes effect at once; with the keys, which pass over other options on the way, on Enter or on
 * leaving the field.
 *
 * @param {string} label
 * @param {HTMLOptionElement[]} options
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
function select(label, options, chosen, choose) {
  let byKey = false;
  let taken = chosen;
  const take = () => {
    if (field.value === taken) return;
    taken = field.value;
    choose(taken);
  };
  const field = h("select", {
    ariaLabel: label,
    onpointerdown: () => (byKey = false),
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      byKey = event.key !== "Enter";
      if (byKey || field.value === taken) return;
      event.preventDefault();
      take();
    },
    onchange: () => byKey || take(),
    onblur: () => setTimeout(take), // once the focus is where it goes
  }, ...options);
  field.value = chosen;
  return field;
}
