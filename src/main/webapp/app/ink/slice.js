import { mayModerate, moveOf, self } from '../state/people.js';

/**
 * What holds for the ink on shared screens, and on which of them one draws. The strokes themselves are not here. Pure.
 *
 * @import { InkDrawing } from '../protocol/ink.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { News } from '../state/notices.js'
 * @import { Context } from '../state/slice.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {{width: number, fadeSeconds: number, drawing: InkDrawing, frozen: boolean}} InkRules
 * @typedef {object} Ink
 * @property {string | null} on whose screen one draws on
 * @property {Readonly<Record<string, InkRules>>} rules by whose screen it is; what stands nowhere is as usual
 * @typedef {{type: 'ink', on: string | null} | {type: 'server', message: ServerMessage}} InkAction
 * @typedef {Shared & {ink: Ink}} InkState
 * @typedef {StoreOf<InkState, SharedAction | InkAction>} InkStore
 */

/** As the server has it, until somebody decides otherwise. @type {InkRules} */
export const USUAL = { width: 5, fadeSeconds: 10, drawing: 'everybody', frozen: false };

export const inkSlice = {
  initial: /** @type {Ink} */ ({ on: null, rules: {} }),

  /** @param {Ink} ink @param {InkAction} action @param {Context} context @returns {Ink} */
  reduce(ink, action, context) {
    if (action.type === 'ink') return { ...ink, on: action.on };
    const { shares } = context.people;
    const known = action.type === 'server' ? fromServer(ink, action.message, context) : ink;
    const gone = known.on !== null && !shares.includes(known.on);
    const over = Object.keys(known.rules).some((share) => !shares.includes(share));
    if (!gone && !over) return known;
    const rules = over ? Object.fromEntries(Object.entries(known.rules).filter(([share]) => shares.includes(share))) : known.rules;
    return { on: gone ? null : known.on, rules };
  },

  /** @param {Ink} _before @param {Ink} _now @param {InkAction} action @returns {readonly News[]} */
  news(_before, _now, action) {
    const refused = action.type === 'server' && action.message.type === 'failed' && action.message.about === 'ink-draw' && action.message.code === 'forbidden';
    return refused ? [{ text: 'stage.ink.refused', kind: 'warning' }] : [];
  },
};

/** @param {Ink} ink @param {ServerMessage} message @param {Context} context @returns {Ink} */
function fromServer(ink, message, { before }) {
  if (message.type === 'participant-changed' && moveOf(before.people, message)?.own) return inkSlice.initial;
  if (message.type !== 'ink-state') return ink;
  const { share, width, fadeSeconds, drawing, frozen } = message;
  return { ...ink, rules: { ...ink.rules, [share]: { width, fadeSeconds, drawing, frozen } } };
}

/** @param {{ink: Ink}} state @param {string} share */
export function rulesOf({ ink }, share) {
  return ink.rules[share] ?? USUAL;
}

/** Whether one decides on the ink on a screen: it is one's own, or one moderates. @param {InkState} state @param {string} share */
export function decides(state, share) {
  return state.people.self === share || self(state)?.deviceOf === share || mayModerate(state);
}

/** Whether one may draw on a screen: as the server decides it. @param {InkState} state @param {string} share */
export function mayInk(state, share) {
  const { drawing } = rulesOf(state, share);
  return drawing === 'everybody' || state.people.self === share || (drawing === 'moderators' && decides(state, share));
}
