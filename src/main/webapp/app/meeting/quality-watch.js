import { counters, quality } from '../media/stats.js';

/**
 * Looks at the connections every two seconds and says how good they are.
 *
 * @import { Store } from '../store.js'
 * @import { Action, MeetingState } from './meeting.js'
 * @import { Publisher } from '../media/publisher.js'
 * @import { Slots } from '../media/slots.js'
 * @import { Counters } from '../media/stats.js'
 */

const EVERY = 2000;

export class QualityWatch {
  /** @type {WeakMap<RTCPeerConnection, Counters>} */
  #before = new WeakMap();
  #store;
  #publisher;
  #slots;

  /** @param {Store<MeetingState, Action>} store @param {Publisher} publisher @param {Slots} slots */
  constructor(store, publisher, slots) {
    this.#store = store;
    this.#publisher = publisher;
    this.#slots = slots;
    window.setInterval(() => void this.#look(), EVERY);
  }

  rest() {
    this.#before = new WeakMap();
  }

  async #look() {
    const { phase, self, viewing } = this.#store.state;
    if (phase !== 'meeting') return;
    const own = this.#publisher.connection;
    if (own && self) await this.#judge(self, own);
    for (const [slot, connection] of this.#slots.connections()) {
      const view = viewing.find((v) => v.slot === slot && v.source === 'camera');
      if (view) await this.#judge(view.participant, connection);
    }
  }

  /** @param {string} participant @param {RTCPeerConnection} connection */
  async #judge(participant, connection) {
    const now = counters((await connection.getStats()).values());
    const before = this.#before.get(connection);
    this.#before.set(connection, now);
    if (before) this.#store.dispatch({ type: 'quality', participant, quality: quality(before, now) });
  }
}
