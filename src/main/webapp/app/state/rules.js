import { mayModerate, nameOf } from './people.js';

/**
 * The rules of the meeting, and the acts of moderators on the reader. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { RoomSwitch, ShareBarrier } from '../protocol/moderation.js'
 * @import { News } from './notices.js'
 * @import { People, WithPeople } from './people.js'
 * @typedef {{on: readonly RoomSwitch[], password: boolean, spotlight: string | null, leader: string | null, beside: string | null, share: ShareRule}} Rules `beside`: who is kept large beside whoever speaks or shares
 * @typedef {{barrier: ShareBarrier | null, silent: boolean}} ShareRule why one may not share a screen, and whether nobody hears its sound
 * @typedef {{type: 'server', message: ServerMessage}} RulesAction
 */

/** The rule for sharing a screen until the server sends one. @type {ShareRule} */
const FREE = { barrier: null, silent: false };

export const rulesSlice = {
  initial: /** @type {Rules} */ ({
    on: ['unmute', 'camera', 'share', 'chat', 'reactions', 'reaction-sounds', 'rename'],
    password: false,
    spotlight: null,
    leader: null,
    beside: null,
    share: FREE,
  }),

  /** @param {Rules} rules @param {RulesAction} action @returns {Rules} */
  reduce(rules, action) {
    return action.type === 'server' ? fromServer(rules, action.message) : rules;
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
        if (message.about === 'set-password' && message.code !== 'forbidden') return [{ text: 'stage.notice.password-failed', kind: 'warning' }];
        return message.code === 'forbidden' && message.about !== 'link-device' && message.about !== 'ink-draw' ? [{ text: 'stage.notice.forbidden', kind: 'warning' }] : [];
      default:
        return [];
    }
  },
};

/** @param {Rules} rules @param {ServerMessage} message @returns {Rules} */
function fromServer(rules, message) {
  switch (message.type) {
    case 'welcome':
      return { ...rules, share: FREE };
    case 'room-state': {
      const { on, password, spotlight, leader, beside } = message;
      return { ...rules, on, password, spotlight: spotlight ?? null, leader: leader ?? null, beside: beside ?? null };
    }
    case 'share-rule':
      return { ...rules, share: { barrier: message.barrier ?? null, silent: message.silent } };
    default:
      return rules;
  }
}

/**
 * @param {WithPeople & {rules: Pick<Rules, 'on'>}} state
 * @param {RoomSwitch} what
 * @returns {boolean} whether this tab's participant may do it
 */
export function permits(state, what) {
  return mayModerate(state) || state.rules.on.includes(what);
}
