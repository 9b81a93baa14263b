/**
 * What the display at a door says.
 * @typedef {{title: string, from: string, to: string}} Slot
 * @typedef {{room: string, capacity: number, now: Slot | null, next: Slot | null, meeting: string | null}} State
 */

const MINUTE = 60_000;

/**
 * @param {State} state @param {Record<string, string | undefined>} words of the page @param {(at: Date) => string} clock
 */
export function doorWords(state, words, clock) {
  const { now, next } = state;
  const named = (/** @type {Slot} */ slot) => slot.title || words.meeting || '';
  const span = (/** @type {Slot} */ slot) => `${clock(new Date(slot.from))} – ${clock(new Date(slot.to))}`;
  return {
    state: now ? words.taken : words.free,
    now: now ? `${named(now)}, ${span(now)}` : next ? `${words.until} ${clock(new Date(next.from))}` : '',
    next: next ? `${named(next)}, ${span(next)}` : words.nothing,
  };
}

/** Which of the lengths fit before what comes next. @param {State} state @param {number[]} minutes @param {Date} at */
export function fitting(state, minutes, at) {
  if (state.now) return [];
  const end = state.next ? new Date(state.next.from).getTime() : Number.POSITIVE_INFINITY;
  return minutes.filter((length) => at.getTime() + length * MINUTE <= end);
}
