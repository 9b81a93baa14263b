/**
 * Who somebody is. Pure.
 *
 * @import { MeetingState } from './meeting.js'
 */

/** @param {MeetingState} state @param {string} id */
export function nameOf(state, id) {
  return state.participants.find((p) => p.id === id)?.name ?? '';
}

/** @param {MeetingState} state */
export function self(state) {
  return state.participants.find((p) => p.id === state.self);
}

/** @param {MeetingState} state */
export function mayModerate(state) {
  const role = self(state)?.role;
  return role === 'creator' || role === 'moderator';
}
