/** Plain data that nobody can change any more. */

/**
 * Freezes what is not frozen yet, all the way down. What is frozen is taken to be so within as well.
 *
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function frozen(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
