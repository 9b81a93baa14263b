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
    'mute-all': () => ({
      words: t('stage.mute-all.ask'),
      yes: t('stage.moderate.mute-all'),
      box: { id: 'ask-hold', label: t('stage.mute-all.hold'), meaning: t('stage.mute-all.hold.text') },
      messages: (/** @type {boolean} */ hold) => /** @type {ClientMessage[]} */ ([...(hold ? [{ type: 'set-switch', which: 'unmute', on: false }] : []), { type: 'mute-all' }]),
    }),
    end: () => ({ words: t('stage.end.ask'), yes: t('stage.end.yes'), box: null, messages: () => [/** @type {ClientMessage} */ ({ type: 'end-meeting' })] }),
  };
}
