/** What holds for the annotation of any text, seen from JavaScript. `tests/holds/mod.rs` asks the same natively. */

import assert from "node:assert/strict";
/** @import { Annotation, Span } from "../www/lib/types.js" */

/**
 * Throws when it does not.
 *
 * @param {Annotation} annotation
 * @param {string} text what it was made from
 */
export function holds(annotation, text) {
  const { paragraphs, entities, mentions, quotes, dates, unsure } = annotation;
  assert.equal(annotation.text, text);
  for (const { start, end } of spans(annotation)) {
    assert.ok(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`);
    assert.ok(whole(text, start) && whole(text, end), `${start} or ${end} is inside of a character`);
  }
  for (const list of [paragraphs, dates, ...quotes.map(({ content }) => content)]) apart(list);
  inOrder(mentions.map(({ start }) => start));
  inOrder(quotes.map(({ content }) => content[0]?.start ?? NaN));
  const ids = [entities, mentions, quotes, dates].flatMap((list) => list.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "an id is there twice");
  assert.ok(unsure.every((id) => ids.includes(id)));
  const people = new Map(entities.map((entity) => [entity.id, entity]));
  for (const { id, entity } of mentions) assert.ok(people.get(entity)?.mentions.includes(id));
  for (const { id, speaker, paragraphs: [first, last] } of quotes) {
    assert.ok(speaker === null || people.get(speaker)?.quotes.includes(id));
    assert.ok(0 <= first && first <= last && last < paragraphs.length);
  }
}

/**
 * Every span that is anywhere in a finding: evidence, roles and all.
 *
 * @param {object} value
 * @returns {Span[]}
 */
export function spans(value) {
  const own = "start" in value && "end" in value ? [/** @type {Span} */ (value)] : [];
  return [...own, ...Object.values(value).flatMap((part) => (typeof part === "object" && part !== null ? spans(part) : []))];
}

/** Whether a place is not between the halves of a surrogate pair. @param {string} text @param {number} at */
function whole(text, at) {
  return !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** @param {readonly Span[]} list in order, sharing nothing */
function apart(list) {
  for (const [place, { start }] of list.entries()) assert.ok(place === 0 || (list[place - 1]?.end ?? NaN) <= start);
}

/** @param {readonly number[]} numbers */
function inOrder(numbers) {
  for (const [place, number] of numbers.entries()) assert.ok(place === 0 || (numbers[place - 1] ?? NaN) <= number);
}
