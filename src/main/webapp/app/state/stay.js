/**
 * This tab's stay in the meeting: how far it has come, and whether the server is there. Pure.
 *
 * @import { ConnectionState } from '../protocol/connection.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Meeting, RefusedReason } from '../protocol/session.js'
 * @import { News } from './notices.js'
 * @typedef {'starting' | 'prejoin' | 'joining' | 'waiting' | 'meeting' | 'left' | 'taken-over' | 'removed' | 'over' | 'signed-out' | 'refused'} Phase
 * @typedef {object} Stay
 * @property {Phase} phase
 * @property {RefusedReason | null} refused
 * @property {ConnectionState} connection
 * @property {Meeting} meeting
 * @typedef {{type: 'phase', phase: Phase} | {type: 'connection', connection: ConnectionState} | {type: 'server', message: ServerMessage}} StayAction
 */

/** Before one is in, the pre-join page asks for the password. @type {readonly RefusedReason[]} */
const AT_THE_DOOR = ['password-needed', 'wrong-password'];

export const staySlice = {
  initial: /** @type {Stay} */ ({ phase: 'starting', refused: null, connection: 'closed', meeting: { name: '', code: '', link: '' } }),

  /** @param {Stay} stay @param {StayAction} action @returns {Stay} */
  reduce(stay, action) {
    switch (action.type) {
      case 'phase':
        return { ...stay, phase: action.phase };
      case 'connection':
        return { ...stay, connection: action.connection };
      case 'server':
        return fromServer(stay, action.message);
      default:
        return stay;
    }
  },

  /** @param {Stay} before @param {Stay} now @returns {readonly News[]} */
  news(before, now) {
    return before.connection === 'reconnecting' && now.connection === 'open' ? [{ text: 'stage.connection.back', kind: 'good' }] : [];
  },
};

/** @param {Stay} stay @param {ServerMessage} message @returns {Stay} */
function fromServer(stay, message) {
  switch (message.type) {
    case 'welcome':
      return { ...stay, phase: 'meeting', meeting: message.meeting };
    case 'waiting':
      return { ...stay, phase: 'waiting' };
    case 'refused':
      return AT_THE_DOOR.includes(message.reason) ? { ...stay, phase: 'prejoin' } : { ...stay, phase: 'refused', refused: message.reason };
    case 'ended':
      return { ...stay, phase: message.reason };
    default:
      return stay;
  }
}
