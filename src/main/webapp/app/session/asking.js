/**
 * Questions to the server that one message answers.
 *
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Session } from './session.js'
 */

const AGAIN = 500;

/**
 * @param {Pick<Session<any>, 'send' | 'onMessage'>} session
 * @param {ClientMessage} message
 * @param {(answer: ServerMessage) => boolean} fits
 * @returns {Promise<ServerMessage>} rejected when the server cannot answer now
 */
export function ask(session, message, fits) {
  return new Promise((resolve, reject) => {
    const send = () => session.send(message) || end(() => reject(new Error('closed')));
    const leave = session.onMessage((answer) => {
      if (fits(answer)) end(() => resolve(answer));
      else if (answer.type === 'welcome') end(() => reject(new Error('closed')));
      else if (answer.type === 'not-stored' && answer.about === message.type) {
        if (answer.reason === 'throttled') window.setTimeout(send, AGAIN);
        else end(() => reject(new Error(answer.reason)));
      } else if (answer.type === 'failed' && answer.about === message.type) end(() => reject(new Error(answer.code)));
    });
    const end = (/** @type {() => void} */ how) => {
      leave();
      how();
    };
    send();
  });
}
