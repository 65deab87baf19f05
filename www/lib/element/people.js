/**
 * Correcting somebody as a whole: another name, two who are one, one who is two.
 */
import { h } from "./dom.js";
import { mentions, words } from "./lookup.js";
import { quiet } from "./panel.js";
import { capital } from "./words.js";
/** @import { Annotation, Edit, Entity, MentionId } from "../types.js" */
/** @typedef {(edit: Edit) => void} Correct */

/**
 * The buttons below somebody's quotations; each opens a small form in their place.
 *
 * @param {Annotation} annotation
 * @param {Entity} entity
 * @param {Correct} correct
 */
export function acts(annotation, entity, correct) {
  const place = h("div", { className: "form" });
  const open = (/** @type {HTMLElement} */ form) => {
    place.replaceChildren(form);
    const first = form.querySelector("input, select");
    if (first instanceof HTMLElement) first.focus();
  };
  const mayBe = (/** @type {Entity} */ { id, type }) => id !== entity.id && (type === entity.type || type === "unnamed" || entity.type === "unnamed");
  return [
    quiet("Rename", () => open(renaming(entity, correct))),
    annotation.entities.some(mayBe) && quiet("Merge with…", () => open(merging(entity, annotation.entities.filter(mayBe), correct))),
    variants(annotation, entity).size > 1 && quiet("Split…", () => open(splitting(annotation, entity, correct))),
    place,
  ];
}

/**
 * @param {string} label
 * @param {() => void} submit
 * @param {...HTMLElement} fields
 */
function form(label, submit, ...fields) {
  const made = h("form", {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      submit();
    },
    onkeydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && made.remove(),
  }, ...fields, h("button", { type: "submit", className: "button main" }, label), quiet("Cancel", () => made.remove()));
  return made;
}

/**
 * @param {Entity} entity
 * @param {Correct} correct
 */
function renaming(entity, correct) {
  const name = h("input", { value: entity.name, required: true, ariaLabel: "New name" });
  return form("Rename", () => correct({ op: "rename", id: entity.id, name: name.value.trim() }), name);
}

/**
 * @param {Entity} entity
 * @param {Entity[]} others
 * @param {Correct} correct
 */
function merging(entity, others, correct) {
  const other = h("select", { ariaLabel: `Who is the same as ${entity.name}` }, ...others.map(({ id, name }) => h("option", { value: id }, capital(name))));
  return form("They are one", () => {
    const keep = entity.type === "unnamed" ? other.value : entity.id;
    correct({ op: "merge", ids: [entity.id, other.value], keep });
  }, other);
}

/**
 * @param {Annotation} annotation
 * @param {Entity} entity
 * @param {Correct} correct
 */
function splitting(annotation, entity, correct) {
  const boxes = [...variants(annotation, entity)].map(([written, ids]) => ({ ids, written, box: h("input", { type: "checkbox" }) }));
  const name = h("input", { required: true, ariaLabel: "Name of the other", placeholder: "Name of the other" });
  return form("Split", () => {
    const moved = boxes.filter(({ box }) => box.checked).flatMap(({ ids }) => ids);
    if (moved.length > 0) correct({ op: "split", id: entity.id, mentions: moved, name: name.value.trim() });
  }, ...boxes.map(({ box, written, ids }) => h("label", {}, box, ` ${written} (${ids.length})`)), name);
}

/**
 * The ways in which somebody is named, each with its mentions.
 *
 * @param {Annotation} annotation
 * @param {Entity} entity
 * @returns {Map<string, MentionId[]>}
 */
function variants(annotation, entity) {
  /** @type {Map<string, MentionId[]>} */
  const found = new Map();
  for (const mention of mentions(annotation, entity)) {
    const written = mention.form === "pronoun" ? words(annotation, mention).toLowerCase() : words(annotation, mention);
    const ids = found.get(written);
    if (ids) ids.push(mention.id);
    else found.set(written, [mention.id]);
  }
  return found;
}
