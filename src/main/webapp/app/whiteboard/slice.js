import { moveOf, self } from '../state/people.js';

/**
 * The board of one's room as this tab knows it, without what is on it. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Drawing } from '../protocol/whiteboard.js'
 * @import { News } from '../state/notices.js'
 * @import { WithPeople } from '../state/people.js'
 * @import { Context } from '../state/slice.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Whiteboard
 * @property {string | null} board its id, where there is one
 * @property {boolean} shown whether it is open for everybody
 * @property {boolean} open whether this tab shows it
 * @property {Drawing} drawing
 * @property {readonly string[]} named
 * @typedef {{type: 'whiteboard', open: boolean} | {type: 'server', message: ServerMessage}} WhiteboardAction
 * @typedef {Shared & {whiteboard: Whiteboard}} WhiteboardState
 * @typedef {StoreOf<WhiteboardState, SharedAction | WhiteboardAction>} WhiteboardStore
 */

export const whiteboardSlice = {
  initial: /** @type {Whiteboard} */ ({ board: null, shown: false, open: false, drawing: 'everybody', named: [] }),

  /** @param {Whiteboard} slice @param {WhiteboardAction} action @param {Context} context @returns {Whiteboard} */
  reduce(slice, action, context) {
    if (action.type === 'whiteboard') return { ...slice, open: action.open };
    return action.type === 'server' ? fromServer(slice, action.message, context) : slice;
  },

  /** @param {Whiteboard} before @param {Whiteboard} now @returns {readonly News[]} */
  news(before, now) {
    if (before.board && before.board !== now.board) return [];
    if (!before.shown && now.shown && !before.open) return [{ text: 'stage.board.opened', quiet: true }];
    return before.shown && !now.shown ? [{ text: 'stage.board.hidden', quiet: true }] : [];
  },
};

/** @param {Whiteboard} slice @param {ServerMessage} message @param {Context} context @returns {Whiteboard} */
function fromServer(slice, message, { before }) {
  if (message.type === 'participant-changed' && moveOf(before.people, message)?.own) return whiteboardSlice.initial;
  if (message.type !== 'board-state') return slice;
  const { board, shown, drawing, named } = message;
  const open = shown === slice.shown ? slice.open : shown;
  return { board, shown, open, drawing, named };
}

/** Whether one may draw: as the server decides it. @param {WithPeople & {whiteboard: Whiteboard}} state */
export function mayDraw(state) {
  const { drawing, named } = state.whiteboard;
  const own = self(state);
  const moderates = own?.role === 'creator' || own?.role === 'moderator';
  if (drawing === 'named') return moderates || named.includes(own?.deviceOf ?? own?.id ?? '');
  return drawing === 'everybody' || (drawing === 'moderators' && moderates);
}
