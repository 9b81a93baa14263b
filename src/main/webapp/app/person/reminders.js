/**
 * What a page knows of its reader's reminders. Pure.
 *
 * @import { PersonTold, Reminder } from '../protocol/person.js'
 * @typedef {object} Reminders
 * @property {readonly Reminder[]} list as the server told it last, the earliest first
 * @property {readonly string[]} leaving keys of those that were put away here, and of which the server has not said so yet
 */

const MINUTE = 60_000;

/** @type {Reminders} */
export const NO_REMINDERS = { list: [], leaving: [] };

/** One time of an event. @param {{event: string, start: string}} one */
export const keyOf = (one) => `${one.event} ${one.start}`;

/** @param {Reminders} state @param {PersonTold} message @returns {Reminders} */
export function told(state, message) {
  switch (message.type) {
    case 'reminders': {
      const keys = new Set(message.list.map(keyOf));
      return { list: message.list, leaving: state.leaving.filter((key) => keys.has(key)) };
    }
    case 'seen': {
      const gone = keyOf(message);
      return { list: state.list.filter((one) => keyOf(one) !== gone), leaving: state.leaving.filter((key) => key !== gone) };
    }
    default:
      return state;
  }
}

/** Its reader puts one away: from then on it is not shown here. @param {Reminders} state @param {Reminder} reminder @returns {Reminders} */
export function putAway(state, reminder) {
  const key = keyOf(reminder);
  return state.leaving.includes(key) ? state : { ...state, leaving: [...state.leaving, key] };
}

/** @param {Reminders} state */
export const shown = (state) => state.list.filter((one) => !state.leaving.includes(keyOf(one)));

/** Those that the server has to be told of, again. @param {Reminders} state */
export const unsaid = (state) => state.list.filter((one) => state.leaving.includes(keyOf(one)));

/**
 * Minutes until it begins, rounded up; 0 when it has begun.
 * @param {Pick<Reminder, 'start'>} reminder @param {number} now
 */
export function minutesLeft(reminder, now) {
  return Math.max(0, Math.ceil((Date.parse(reminder.start) - now) / MINUTE));
}

/**
 * When it begins, as it is said at a moment.
 * @param {Reminder} reminder @param {number} now @param {{soon: string, now: string}} texts `soon` with {0} for minutes
 */
export function wordsOf(reminder, now, texts) {
  const minutes = minutesLeft(reminder, now);
  if (minutes > 60) return reminder.words;
  return minutes > 0 ? texts.soon.replace('{0}', String(minutes)) : texts.now;
}

/**
 * What a list shows while one of its rows has the focus: that row stays although it is in the list no more.
 *
 * @template {{event: string, start: string}} T
 * @param {readonly T[]} list by start
 * @param {T | undefined} focused
 * @returns {readonly T[]} by start
 */
export function withFocused(list, focused) {
  if (!focused || list.some((one) => keyOf(one) === keyOf(focused))) return list;
  return [...list, focused].sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}
