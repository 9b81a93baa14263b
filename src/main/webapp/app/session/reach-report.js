import { canConnect } from '../media/reach.js';

/**
 * Tells the server when sound and picture do not reach this tab, and when they do again: others see it.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { MediaReach } from '../protocol/stream.js'
 */
export class ReachReport {
  /** @type {MediaReach} */
  #told = 'fine';
  #store;
  #send;

  /** @param {StoreOf<Shared, SharedAction>} store @param {(message: ClientMessage) => boolean} send */
  constructor(store, send) {
    this.#store = store;
    this.#send = send;
    if (!canConnect()) store.dispatch({ type: 'reach', reach: 'unsupported' });
    store.subscribe(({ stay }) => {
      if (stay.phase === 'meeting' && stay.connection === 'open') this.#tell();
    }, ['stay', 'media']);
  }

  /** A new socket has taken the place: the server takes it for fine. */
  again() {
    this.#told = 'fine';
    this.#tell();
  }

  #tell() {
    const { reach } = this.#store.state.media;
    if (reach !== this.#told && this.#send({ type: 'report-reach', reach })) this.#told = reach;
  }
}
