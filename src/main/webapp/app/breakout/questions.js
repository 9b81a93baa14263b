import { roomName } from './slice.js';

/**
 * The confirmation before a room with people in it is deleted.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { BreakoutView } from './slice.js'
 * @param {Translate} t
 */
export function breakoutQuestions(t) {
  return {
    /** @param {BreakoutView} state @param {string} room */
    'delete-room': (state, room) => ({
      words: t('stage.breakout.delete.ask', roomName(state, room)),
      yes: t('stage.breakout.delete.yes'),
      box: null,
      messages: () => [/** @type {ClientMessage} */ ({ type: 'breakout-delete', room })],
    }),
  };
}
