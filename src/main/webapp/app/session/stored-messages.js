import { shelf } from '../platform/shelf.js';
import { Unsent } from './unsent.js';

/**
 * Sends what has to be stored, and keeps it until the server says that it is.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Item } from '../state/unsent.js'
 * @import { Session } from './session.js'
 */

/** With these a message was not looked at. @type {readonly string[]} */
const LATER = ['throttled', 'out-of-place', 'internal'];

/**
 * @template {Shared} S
 * @param {{letters: string, store: StoreOf<S, SharedAction>, session: Session<S>}} parts
 * @param {(message: ServerMessage) => string[]} settledBy keys of what a message says to be stored
 */
export function storedMessages({ letters, store, session }, settledBy) {
  const unsent = new Unsent({
    send: session.send,
    onChange: (items) => store.dispatch({ type: 'unsent', items }),
    shelf: shelf(`plenum-unsent-${letters}`, /** @type {Item[]} */ ([])),
    clock: { after: (ms, run) => window.setTimeout(run, ms), cancel: (timer) => window.clearTimeout(timer) },
  });
  session.addEventListener('disconnected', () => unsent.disconnected());
  session.onMessage((message) => {
    for (const key of settledBy(message)) unsent.settled(key);
    if (message.type === 'welcome') unsent.connected();
    else if (message.type === 'not-stored' && message.key) unsent.notStored(`${message.about} ${message.key}`, message.reason);
    else if (message.type === 'failed') unsent.failed(message.about ?? '', LATER.includes(message.code));
  });
  return unsent;
}
