import { mayModerate, nameOf } from './people.js';

/**
 * What holds for everybody in the meeting, and what moderators did to oneself. Pure.
 *
 * @import { RoomSwitch, ServerMessage } from '../protocol/messages.js'
 * @import { News } from './notices.js'
 * @import { People, WithPeople } from './people.js'
 * @typedef {{on: readonly RoomSwitch[], password: boolean, spotlight: string | null, leader: string | null}} Rules
 * @typedef {{type: 'server', message: ServerMessage}} RulesAction
 */

export const rulesSlice = {
  initial: /** @type {Rules} */ ({
    on: ['unmute', 'camera', 'share', 'chat', 'reactions', 'reaction-sounds', 'rename'],
    password: false,
    spotlight: null,
    leader: null,
  }),

  /** @param {Rules} rules @param {RulesAction} action @returns {Rules} */
  reduce(rules, action) {
    if (action.type !== 'server' || action.message.type !== 'room-state') return rules;
    const { on, password, spotlight, leader } = action.message;
    return { on, password, spotlight: spotlight ?? null, leader: leader ?? null };
  },

  /** @param {Rules} _before @param {Rules} rules @param {RulesAction} action @param {{people: People}} context @returns {readonly News[]} */
  news(_before, rules, action, { people }) {
    if (action.type !== 'server') return [];
    const { message } = action;
    const may = (/** @type {RoomSwitch} */ what) => permits({ people, rules }, what);
    switch (message.type) {
      case 'muted':
        return [{ text: may('unmute') ? 'stage.notice.muted' : 'stage.notice.muted.held', values: [nameOf({ people }, message.by)], kind: 'warning' }];
      case 'video-stopped':
        return [{ text: may('camera') ? 'stage.notice.video-stopped' : 'stage.notice.video-stopped.held', values: [nameOf({ people }, message.by)], kind: 'warning' }];
      case 'devices-allowed':
        return [{ text: 'stage.notice.devices-allowed', values: [nameOf({ people }, message.by)], kind: 'good' }];
      case 'failed':
        return message.code === 'forbidden' ? [{ text: 'stage.notice.forbidden', kind: 'warning' }] : [];
      default:
        return [];
    }
  },
};

/**
 * @param {WithPeople & {rules: Pick<Rules, 'on'>}} state
 * @param {RoomSwitch} what
 * @returns {boolean} whether this tab's participant may do it
 */
export function permits(state, what) {
  return mayModerate(state) || state.rules.on.includes(what);
}
