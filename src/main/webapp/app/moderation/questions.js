import { nameOf } from '../state/people.js';

/**
 * The confirmations before actions that cannot be undone.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Shared } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {Translate} t
 */
export function moderationQuestions(t) {
  return {
    /** @param {Shared} state @param {string} participant */
    remove: (state, participant) => ({
      words: t('stage.remove.ask', nameOf(state, participant)),
      yes: t('stage.remove.yes'),
      box: { id: 'ask-block', label: t('stage.remove.block'), meaning: t('stage.remove.block.text') },
      messages: (/** @type {boolean} */ block) => [/** @type {ClientMessage} */ ({ type: 'remove', participant, block })],
    }),
  };
}
