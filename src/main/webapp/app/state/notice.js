/**
 * Short news of the meeting. Pure.
 *
 * @import { MeetingState } from './meeting.js'
 */

/**
 * @param {MeetingState} state
 * @param {string} text
 * @param {string[]} [values]
 * @param {'info' | 'warning' | 'good'} [kind]
 * @param {boolean} [quiet]
 * @returns {MeetingState}
 */
export function notice(state, text, values = [], kind = 'info', quiet = false) {
  const added = { id: state.noticed, kind, text, values, quiet };
  return { ...state, noticed: state.noticed + 1, notices: [...state.notices, added].slice(-3) };
}
