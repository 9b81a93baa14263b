import { capacity } from './layout.js';
import { others } from './meeting.js';

/**
 * Who is on the stage now, and in which slot. Pure.
 *
 * @import { MeetingState } from './meeting.js'
 * @import { Size } from './layout.js'
 * @import { Wish } from '../protocol/messages.js'
 * @typedef {{order: string[], pages: number, page: number}} Seating `order`: participant ids, the large one first
 */

/**
 * @param {MeetingState} state
 * @param {Size} stage
 * @param {string | null} large who was large last; stays until somebody else dominates
 * @returns {Seating}
 */
export function seating(state, stage, large) {
  const ids = others(state).map((p) => p.id);
  const self = state.self ? [state.self] : [];
  const room = capacity(stage, state.limits.slots);
  if (state.layout === 'speaker' && ids.length > 0) {
    const first = ids.find((id) => id === large) ?? ids[0];
    return { order: [first, ...ids.filter((id) => id !== first).slice(0, Math.min(room, 7) - 1), ...self], pages: 1, page: 0 };
  }
  const pages = Math.max(1, Math.ceil(ids.length / room));
  const page = Math.min(state.page, pages - 1);
  return { order: [...ids.slice(page * room, (page + 1) * room), ...self], pages, page };
}

/**
 * Gives everybody on the stage a slot; whoever has one keeps it, so that a picture never jumps to another connection.
 *
 * @param {ReadonlyMap<string, number>} before
 * @param {readonly string[]} visible
 * @param {number} slots
 * @returns {Map<string, number>}
 */
export function assignSlots(before, visible, slots) {
  /** @type {Map<string, number>} */
  const next = new Map();
  for (const id of visible) {
    const kept = before.get(id);
    if (kept !== undefined && kept < slots) next.set(id, kept);
  }
  const taken = new Set(next.values());
  let free = 0;
  for (const id of visible) {
    if (next.has(id)) continue;
    while (taken.has(free)) free++;
    if (free >= slots) break;
    taken.add(free);
    next.set(id, free);
  }
  return next;
}

/**
 * What to ask the server for.
 *
 * @param {MeetingState} state
 * @param {ReadonlyMap<string, number>} slots
 * @param {(participant: string) => number} heightOf device pixels; 0 for sound only
 * @returns {Wish[]}
 */
export function wishes(state, slots, heightOf) {
  return others(state)
    .filter((p) => slots.has(p.id))
    .map((p) => ({ slot: slots.get(p.id) ?? 0, participant: p.id, source: /** @type {const} */ ('camera'), height: heightOf(p.id) }))
    .sort((a, b) => a.slot - b.slot);
}
