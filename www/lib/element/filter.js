/**
 * Which kinds of marks are shown: the attributes `show` and `kinds`, read and toggled.
 */
/** @import { Annotation } from "../types.js" */
/** @typedef {"direct" | "indirect" | "mixed" | "people" | "organisations" | "dates" | "unsure"} Layer */

const KINDS = /** @type {const} */ (["direct", "indirect", "mixed"]);
const LAYERS = /** @type {const} */ (["people", "organisations", "dates", "unsure"]);

/** In the order of the legend and of the keys 1 to 7. @type {readonly Layer[]} */
export const ALL = [...KINDS, ...LAYERS];
/** What the style sheet can hide: every layer, and the cues when no quotation is shown. @type {readonly string[]} */
export const HIDDEN = [...ALL, "quotes"];

/**
 * What is shown. An attribute that is left out shows all.
 *
 * @param {Element} element
 * @returns {Set<string>}
 */
export function wanted(element) {
  const show = tokens(element, "show", ["quotes", ...LAYERS]);
  const kinds = show.includes("quotes") ? tokens(element, "kinds", KINDS) : [];
  const quotes = kinds.length > 0 ? ["quotes"] : [];
  return new Set([...show.filter((layer) => layer !== "quotes"), ...kinds, ...quotes]);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {readonly string[]} all
 */
function tokens(element, name, all) {
  const value = element.getAttribute(name);
  return value === null ? [...all] : value.split(/\s+/).filter((token) => all.includes(token));
}

/**
 * The attributes after showing or hiding one kind; `null` leaves one out.
 *
 * @param {Element} element
 * @param {Layer} layer
 * @returns {{ show: string | null, kinds: string | null }}
 */
export function toggled(element, layer) {
  const shown = wanted(element);
  if (!shown.delete(layer)) shown.add(layer);
  const kinds = KINDS.filter((kind) => shown.has(kind));
  const layers = LAYERS.filter((name) => shown.has(name));
  const show = kinds.length > 0 ? ["quotes", ...layers] : layers;
  return {
    show: show.length === LAYERS.length + 1 ? null : show.join(" "),
    kinds: kinds.length === KINDS.length || kinds.length === 0 ? null : kinds.join(" "),
  };
}

/**
 * How many findings of each kind: quotations, dates and doubtful marks one by one; people and organisations by name, however
 * often they are named.
 *
 * @param {Annotation} annotation
 * @returns {Record<Layer, number>}
 */
export function counts({ quotes, entities, dates, unsure }) {
  return {
    direct: quotes.filter(({ kind }) => kind === "direct").length,
    indirect: quotes.filter(({ kind }) => kind === "indirect").length,
    mixed: quotes.filter(({ kind }) => kind === "mixed").length,
    people: entities.filter(({ type }) => type === "person").length,
    organisations: entities.filter(({ type }) => type === "organisation").length,
    dates: dates.length,
    unsure: unsure.length,
  };
}
