/**
 * What the display at a door says.
 * @typedef {{title: string, from: string, to: string}} Slot
 * @typedef {{room: string, capacity: number, zone: string, now: Slot | null, next: Slot | null, meeting: string | null}} State
 */

const MINUTE = 60_000;

/** @typedef {(at: Date, since: Date) => string} Clock */

/**
 * A clock on the wall of a zone, which names the day when it is another than that of an earlier moment.
 * @param {string} language @param {string} zone @returns {Clock}
 */
export function clockOf(language, zone) {
  const timeZone = known(zone);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone });
  const withDay = new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  return (at, since) => (date.format(at) === date.format(since) ? time : withDay).format(at);
}

/** Zones get new names; a tablet that is older than one shows its own. @param {string} zone */
function known(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/**
 * @param {State} state @param {Record<string, string | undefined>} words of the page @param {Clock} clock @param {Date} at
 */
export function doorWords(state, words, clock, at) {
  const { now, next } = state;
  const named = (/** @type {Slot} */ slot) => slot.title || words.meeting || '';
  const span = (/** @type {Slot} */ slot) => `${clock(new Date(slot.from), at)} – ${clock(new Date(slot.to), new Date(slot.from))}`;
  return {
    state: now ? words.taken : words.free,
    now: now ? `${named(now)}, ${span(now)}` : next ? `${words.until} ${clock(new Date(next.from), at)}` : '',
    next: next ? `${named(next)}, ${span(next)}` : words.nothing,
  };
}

/** Which of the lengths fit before what comes next. @param {State} state @param {number[]} minutes @param {Date} at */
export function fitting(state, minutes, at) {
  if (state.now) return [];
  const end = state.next ? new Date(state.next.from).getTime() : Number.POSITIVE_INFINITY;
  return minutes.filter((length) => at.getTime() + length * MINUTE <= end);
}
