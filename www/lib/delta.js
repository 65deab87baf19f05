/**
 * What changed between two annotations: the paragraphs to look at again, and the ids that came, went or changed.
 */
/** @import { Annotation, AnyId, Delta, Span } from "./types.js" */

/**
 * Worked out when it is first looked at: most changes are only drawn, and drawing compares for itself.
 *
 * @param {Annotation} before
 * @param {Annotation} after
 * @param {number} revision
 * @returns {Delta}
 */
export function difference(before, after, revision) {
  const was = once(() => looks(before));
  const now = once(() => looks(after));
  const moved = once(() => paragraphs(before, after));
  return {
    revision,
    get paragraphs() { return moved(); },
    get added() { return [...now().keys()].filter((id) => !was().has(id)); },
    get removed() { return [...was().keys()].filter((id) => !now().has(id)); },
    get changed() { return [...now().keys()].filter((id) => was().has(id) && was().get(id) !== now().get(id)); },
  };
}

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {{ made: T } | null} */
  let kept = null;
  return () => (kept ??= { made: make() }).made;
}

/**
 * Every finding without its place, which moves when somebody types above it.
 *
 * @param {Annotation} annotation
 * @returns {Map<AnyId, string>}
 */
function looks({ entities, mentions, quotes, dates }) {
  const all = [...entities, ...mentions, ...quotes, ...dates];
  return new Map(all.map((item) => [item.id, JSON.stringify(item, placeless)]));
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function placeless(key, value) {
  return key === "start" || key === "end" || key === "paragraphs" ? undefined : value;
}

/**
 * @param {Annotation} before
 * @param {Annotation} after
 * @returns {Delta["paragraphs"]}
 */
function paragraphs(before, after) {
  const [was, now] = [drawn(before), drawn(after)];
  const most = Math.min(was.length, now.length);
  let head = 0;
  while (head < most && was[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  return { was: [head, was.length - tail], now: [head, now.length - tail] };
}

/**
 * Each paragraph as it is drawn: its words, its marks by their places in it, and the names of those who are meant.
 *
 * @param {Annotation} annotation
 * @returns {string[]}
 */
function drawn({ text, paragraphs, entities, mentions, quotes, dates }) {
  const names = new Map(entities.map(({ id, type, name }) => [id, `${type} ${name}`]));
  const lines = paragraphs.map(({ start, end, role }) => `${role} ${text.slice(start, end)}`);
  const add = (/** @type {Span} */ { start, end }, /** @type {string} */ look) => {
    for (let place = paragraphAt(paragraphs, start); (paragraphs[place]?.start ?? Infinity) < end; place += 1) {
      const from = paragraphs[place]?.start ?? 0;
      lines[place] += `\n${start - from} ${end - from} ${look}`;
    }
  };
  for (const item of [...mentions, ...dates]) add(item, `${JSON.stringify(item, placeless)} ${"entity" in item ? names.get(item.entity) : ""}`);
  for (const quote of quotes) {
    const look = `${JSON.stringify(quote, placeless)} ${names.get(quote.speaker ?? "")}`;
    for (const span of [...quote.content, ...(quote.cue ? [quote.cue] : [])]) add(span, look);
  }
  return lines;
}

/**
 * The last paragraph that does not begin after an offset.
 *
 * @param {Annotation["paragraphs"]} paragraphs
 * @param {number} offset
 */
function paragraphAt(paragraphs, offset) {
  let low = 0;
  for (let high = paragraphs.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
