import { moveOf } from './people.js';

/**
 * How the reader looks at the meeting: layout, what is large, what is open. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { FollowView } from '../protocol/moderation.js'
 * @import { Context } from './slice.js'
 * @typedef {'auto' | 'grid' | 'speaker' | 'side'} Layout `auto`: a grid, and a shared screen large while there is one
 * @typedef {'people' | 'desk' | 'settings'} Panel
 * @typedef {'chat' | 'polls'} Dock
 * @typedef {'invite' | 'shortcuts' | 'settings' | 'share-trouble' | 'rename' | 'connection' | 'link' | 'recording' | 'secrecy'} DialogName
 * @typedef {{what: 'remove' | 'stop-recording', about?: string}} Ask what somebody wants to do that concerns others and cannot be undone, and to whom
 * @typedef {object} View
 * @property {Layout} layout
 * @property {string | null} pinned key of the seat that the reader holds large, for oneself alone
 * @property {string | null} beside participant whom the reader keeps large beside whoever speaks or shares, for oneself alone
 * @property {number} page of the grid or the strip
 * @property {boolean} following whether this tab shows what the leader of the view shows
 * @property {Panel | null} panel what is open at the right
 * @property {Dock | null} dock what is open at the left
 * @property {DialogName | null} dialog
 * @property {Ask | null} ask
 * @property {string | null} linkOf whose link the dialog shows
 * @property {boolean} inviteCard
 * @typedef {{type: 'layout', layout: Layout}
 *   | {type: 'pin', seat: string | null}
 *   | {type: 'beside', participant: string | null}
 *   | {type: 'page', page: number}
 *   | {type: 'panel', panel: Panel | null}
 *   | {type: 'dock', dock: Dock | null}
 *   | {type: 'dialog', dialog: DialogName | null}
 *   | {type: 'ask', ask: Ask | null}
 *   | {type: 'link-of', participant: string}
 *   | {type: 'invite-card', open: boolean}
 *   | {type: 'phase'}
 *   | {type: 'server', message: ServerMessage}} ViewAction
 */

/** @type {readonly Layout[]} */
const LAYOUTS = ['auto', 'grid', 'speaker', 'side'];

export const viewSlice = {
  initial: /** @type {View} */ ({
    layout: 'auto',
    pinned: null,
    beside: null,
    page: 0,
    following: false,
    panel: null,
    dock: null,
    dialog: null,
    ask: null,
    linkOf: null,
    inviteCard: true,
  }),

  /** @param {View} view @param {ViewAction} action @param {Context} context @returns {View} */
  reduce(view, action, context) {
    switch (action.type) {
      case 'layout':
        return { ...view, layout: action.layout, pinned: null, page: 0, following: false };
      case 'pin':
        return { ...view, pinned: action.seat, page: 0, following: false };
      case 'beside':
        return { ...view, beside: action.participant, page: 0 };
      case 'page':
        return { ...view, page: Math.max(0, action.page) };
      case 'panel':
        return { ...view, panel: action.panel };
      case 'dock':
        return { ...view, dock: action.dock };
      case 'dialog':
        return { ...view, dialog: action.dialog };
      case 'ask':
        return { ...view, ask: action.ask };
      case 'link-of':
        return { ...view, dialog: 'link', linkOf: action.participant };
      case 'invite-card':
        return { ...view, inviteCard: action.open };
      case 'phase':
        return { ...view, dialog: null, panel: null, dock: null, ask: null };
      case 'server':
        return fromServer(view, action.message, context);
      default:
        return view;
    }
  },
};

/** @param {View} view @param {ServerMessage} message @param {Context} context @returns {View} */
function fromServer(view, message, context) {
  switch (message.type) {
    case 'room-state':
      return led(view, context);
    case 'follow-view':
      return follow(view, message, context);
    case 'participant-left':
      return withoutPinOn(view, message.participant);
    case 'participant-changed': {
      const move = moveOf(context.before.people, message);
      if (move?.own) return { ...view, pinned: null, beside: null, page: 0, following: false };
      return move ? withoutPinOn(view, move.participant.id) : view;
    }
    default:
      return view;
  }
}

/** @param {View} view @param {string} id @returns {View} */
function withoutPinOn(view, id) {
  if (!view.pinned?.startsWith(id) && view.beside !== id) return view;
  return { ...view, pinned: view.pinned?.startsWith(id) ? null : view.pinned, beside: view.beside === id ? null : view.beside };
}

/** Leading is over, or somebody else's: everybody is free to look at what they like until they are led again. @param {View} view @param {Context} context @returns {View} */
function led(view, { rules, people, before }) {
  if (rules.leader === before.rules.leader) return view;
  return { ...view, following: rules.leader !== null && rules.leader !== people.self };
}

/** @param {View} view @param {FollowView} wanted @param {Context} context @returns {View} */
function follow(view, { layout, participant, again }, { rules, people }) {
  if (rules.leader === people.self || (!view.following && !again)) return view;
  const known = LAYOUTS.find((name) => name === layout);
  return { ...view, following: true, layout: known ?? view.layout, pinned: participant ?? null, page: 0 };
}

/** The dock's panels on this server. @param {readonly string[]} off parts of the suite that are switched off there @returns {readonly Dock[]} */
export function docksWithout(off) {
  return off.includes('chat') ? ['polls'] : ['chat', 'polls'];
}
