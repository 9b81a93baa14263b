/**
 * Getting in, and who else wants to. Pure.
 *
 * @import { Knock, ServerMessage } from '../protocol/messages.js'
 * @import { MeetingState } from '../state/meeting.js'
 * @typedef {object} Door
 * @property {'needed' | 'wrong' | null} password what the door says about it, before one is in
 * @property {'lobby' | 'moderator' | null} waiting for what
 * @property {readonly Knock[]} knocking who wants to come in; moderators are told
 */

/** @type {Door} */
export const CLOSED_DOOR = { password: null, waiting: null, knocking: [] };

/** @param {MeetingState} state @param {ServerMessage} message @returns {MeetingState | null} null when it is about something else */
export function atTheDoor(state, message) {
  switch (message.type) {
    case 'waiting':
      return { ...state, phase: 'waiting', door: { ...state.door, waiting: message.reason, password: null } };
    case 'knocking':
      return { ...state, door: { ...state.door, knocking: message.people } };
    case 'refused':
      return refused(state, message.reason);
    default:
      return null;
  }
}

/** @param {MeetingState} state @param {import('../protocol/messages.js').RefusedReason} reason @returns {MeetingState} */
function refused(state, reason) {
  const door = { ...CLOSED_DOOR };
  if (reason === 'password-needed') return { ...state, phase: 'prejoin', door: { ...door, password: 'needed' } };
  if (reason === 'wrong-password') return { ...state, phase: 'prejoin', door: { ...door, password: 'wrong' } };
  return { ...state, phase: 'refused', refused: reason, door };
}

/** Who knocks that did not before. @param {readonly Knock[]} before @param {readonly Knock[]} now */
export function newKnocks(before, now) {
  const known = new Set(before.map((knock) => knock.id));
  return now.filter((knock) => !known.has(knock.id));
}
