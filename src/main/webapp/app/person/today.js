/**
 * What takes place on the rest of the reader's day. Pure.
 *
 * @import { PersonTold, TodayEvent } from '../protocol/person.js'
 * @typedef {object} Today
 * @property {readonly TodayEvent[]} events the earliest first
 * @property {number | null} renewAt when the server is to be asked for the next day, by this computer's clock; null: not
 */

/** At midnight not all pages come at once. */
const SPREAD = 60_000;

/** @param {Extract<PersonTold, {type: 'today'}>} message @param {number} now @param {number} chance from 0 to 1 @returns {Today} */
export function dayOf(message, now, chance) {
  const until = Date.parse(message.until);
  // where this computer's clock is far ahead of the server's, it has passed already, and would do so again and again
  return { events: message.events, renewAt: until > now ? until + Math.round(chance * SPREAD) : null };
}

/** Those that are not over. @param {Today} day @param {number} now */
export const ahead = (day, now) => day.events.filter((one) => Date.parse(one.end) > now);

/** @param {Today} day @param {number} now */
export const isOver = (day, now) => day.renewAt !== null && now >= day.renewAt;
