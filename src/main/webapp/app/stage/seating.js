import { capacity, stripCapacity } from './layout.js';
import { others } from '../state/people.js';

/**
 * Decides which cameras and screens are on the stage, and in which slots. Pure.
 *
 * @import { Shared } from '../state/state.js'
 * @import { Arrangement, Size } from './layout.js'
 * @import { MediaSource, Wish } from '../protocol/stream.js'
 * @typedef {Pick<Shared, 'people' | 'rules' | 'media' | 'view'>} Seen what seats depend on
 * @typedef {{key: string, participant: string, source: MediaSource}} Seat somebody's camera, or their shared screen
 * @typedef {{arrangement: Arrangement, seats: Seat[], pages: number, page: number}} Seating the large ones first
 * @typedef {object} Looks
 * @property {string | null} large who was large last; stays until somebody else dominates
 * @property {number} tiles how many the reader wants at once, oneself included
 * @property {boolean} selfView whether oneself is there
 */

/** @param {string} participant @returns {Seat} */
export function cameraSeat(participant) {
  return { key: participant, participant, source: 'camera' };
}

/** @param {string} participant @returns {Seat} */
export function screenSeat(participant) {
  return { key: `${participant}/screen`, participant, source: 'screen' };
}

/**
 * @param {Seen} state
 * @param {Size} stage
 * @param {Looks} looks
 * @returns {Seating}
 */
export function seating(state, stage, looks) {
  const screens = state.people.shares.filter((id) => id !== state.people.self).map(screenSeat);
  const people = others(state).map((p) => cameraSeat(p.id));
  const large = largeSeats(state, screens, people, looks.large);
  const [first] = large;
  const arrangement = large.length === 2 ? (besideSeat(state, large) ? 'beside' : 'two') : !first ? 'grid' : first.source === 'screen' ? 'share' : 'one';
  const isLarge = (/** @type {Seat} */ seat) => large.some(({ key }) => key === seat.key);
  const last = lastSeats(state, looks.selfView).filter((seat) => !isLarge(seat));
  const slots = state.media.limits.slots - large.length;
  const room = large.length === 0 ? capacity(stage, slots, looks.tiles - last.length + 1) : Math.max(1, Math.min(slots, looks.tiles - large.length, stripCapacity(arrangement, stage)) - last.length);
  const rest = [...screens, ...withPresenterFirst(people, first)].filter((seat) => !isLarge(seat));
  const turning = broughtForward(rest, looks.large, room);
  const pages = Math.max(1, Math.ceil(turning.length / room));
  const page = Math.min(state.view.page, pages - 1);
  return { arrangement, seats: [...large, ...turning.slice(page * room, (page + 1) * room), ...last], pages, page };
}

/** @param {Seen} state @param {Seat[]} screens @param {Seat[]} people @param {string | null} dominant @returns {Seat[]} */
function largeSeats(state, screens, people, dominant) {
  if (people.length === 0) return [];
  const speaking = people.find((seat) => seat.participant === dominant) ?? people[0];
  const own = state.people.self ? [cameraSeat(state.people.self)] : [];
  const seats = [...screens, ...people, ...own];
  const pinned = seats.find((seat) => seat.key === state.view.pinned) ?? seats.find((seat) => seat.key === state.rules.spotlight);
  const ranked = [pinned, ...screens, speaking, ...people, ...own].filter((seat) => seat !== undefined);
  const distinct = ranked.filter((seat, i) => ranked.findIndex(({ key }) => key === seat.key) === i);
  const beside = people.find((seat) => seat.participant === (state.view.beside ?? state.rules.beside)) ?? own.find((seat) => seat.participant === state.rules.beside);
  if (beside) {
    const [first] = distinct.filter((seat) => seat.key !== beside.key && (!own.includes(seat) || pinned === seat));
    return first ? [first, beside] : [beside];
  }
  if (state.view.layout === 'side') return distinct.slice(0, 2);
  const wantsLarge = pinned || state.view.layout === 'speaker' || (state.view.layout === 'auto' && screens.length > 0);
  return wantsLarge ? distinct.slice(0, 1) : [];
}

/** Whether the second of the large seats is somebody who is kept there. @param {Seen} state @param {readonly Seat[]} large */
function besideSeat({ view, rules }, [, second]) {
  return second.source === 'camera' && second.participant === (view.beside ?? rules.beside);
}

/** On every page: what one shares, and oneself. @param {Seen} state @param {boolean} selfView @returns {Seat[]} */
function lastSeats(state, selfView) {
  const { self, shares } = state.people;
  if (!self) return [];
  const shown = selfView || others(state).length === 0;
  return [...(shares.includes(self) ? [screenSeat(self)] : []), ...(shown ? [cameraSeat(self)] : [])];
}

/** @param {Seat[]} people @param {Seat | undefined} large */
function withPresenterFirst(people, large) {
  if (large?.source !== 'screen') return people;
  const presents = (/** @type {Seat} */ seat) => seat.participant === large.participant;
  return [...people.filter(presents), ...people.filter((seat) => !presents(seat))];
}

/** A speaker of a later page takes the last seat of the first page. @param {Seat[]} seats @param {string | null} dominant @param {number} room */
function broughtForward(seats, dominant, room) {
  const at = seats.findIndex((seat) => seat.source === 'camera' && seat.participant === dominant);
  if (at < room) return seats;
  const others = seats.filter((_, i) => i !== at);
  return [...others.slice(0, room - 1), seats[at], ...others.slice(room - 1)];
}

/**
 * The sources that need a slot: those on the stage, and other screens for their sound. Never one's own.
 *
 * @param {Seen} state
 * @param {readonly Seat[]} onStage
 * @returns {Seat[]}
 */
export function received(state, onStage) {
  const screens = state.people.shares.map(screenSeat);
  const heard = screens.filter((seat) => !onStage.some(({ key }) => key === seat.key));
  return [...onStage, ...heard].filter((seat) => seat.participant !== state.people.self);
}

/**
 * Gives everything its slot; whoever has one keeps it, so that a picture never jumps to another connection.
 *
 * @param {ReadonlyMap<string, number>} before
 * @param {readonly string[]} keys
 * @param {number} slots
 * @returns {Map<string, number>}
 */
export function assignSlots(before, keys, slots) {
  /** @type {Map<string, number>} */
  const next = new Map();
  for (const key of keys) {
    const kept = before.get(key);
    if (kept !== undefined && kept < slots) next.set(key, kept);
  }
  const taken = new Set(next.values());
  let free = 0;
  for (const key of keys) {
    if (next.has(key)) continue;
    while (taken.has(free)) free++;
    if (free >= slots) break;
    taken.add(free);
    next.set(key, free);
  }
  return next;
}

/**
 * The wishes for the server.
 *
 * @param {readonly Seat[]} seats
 * @param {ReadonlyMap<string, number>} slots
 * @param {(seat: Seat) => number} heightOf device pixels; 0 for sound only
 * @returns {Wish[]}
 */
export function wishes(seats, slots, heightOf) {
  return seats
    .filter((seat) => slots.has(seat.key))
    .map((seat) => ({ slot: slots.get(seat.key) ?? 0, participant: seat.participant, source: seat.source, height: heightOf(seat) }))
    .sort((a, b) => a.slot - b.slot);
}
