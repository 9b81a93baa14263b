/**
 * The messages that are not stored yet, in the order of writing. Pure.
 *
 * @import { ClientMessage, NotStoredReason } from '../protocol/messages.js'
 * @typedef {{key: string, message: ClientMessage, note: Note, state: 'waiting' | 'sending' | 'refused', reason: NotStoredReason | null}} Item
 * @typedef {{at?: number, toName?: string, quote?: {name: string, text: string}}} Note what only this tab's picture of it needs
 * @typedef {{type: 'unsent', items: readonly Item[]}} UnsentAction
 */

export const unsentSlice = {
  initial: /** @type {readonly Item[]} */ ([]),

  /** @param {readonly Item[]} items @param {UnsentAction} action @returns {readonly Item[]} */
  reduce(items, action) {
    return action.type === 'unsent' ? action.items : items;
  },
};
