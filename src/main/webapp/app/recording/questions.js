/**
 * What is asked before a recording is ended.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {Translate} t
 */
export function recordingQuestions(t) {
  return {
    'stop-recording': () => ({
      words: t('stage.recording.stop.ask'),
      yes: t('stage.recording.stop'),
      box: null,
      messages: () => [/** @type {ClientMessage} */ ({ type: 'stop-recording' })],
    }),
  };
}
