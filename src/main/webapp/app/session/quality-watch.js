import { add, between, differs, nothing } from '../media/link.js';
import { Playout } from '../media/playout.js';
import { counters, quality, since } from '../media/stats.js';

/**
 * Looks at the connections every two seconds, says how good they are, and lets bad ones wait longer for what is lost; tells the server every ten
 * seconds, when it is news.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Publisher } from '../media/publisher.js'
 * @import { Slots } from '../media/slots.js'
 * @import { Totals } from '../media/link.js'
 * @import { Counters } from '../media/stats.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { LinkQuality } from '../protocol/stream.js'
 */

const EVERY = 2000;
/** Looks from one report to the next. */
const REPORT_EVERY = 5;

export class QualityWatch {
  /** @type {WeakMap<RTCPeerConnection, Counters>} */
  #before = new WeakMap();
  /** @type {WeakMap<RTCPeerConnection, Playout>} */
  #playouts = new WeakMap();
  #store;
  #publisher;
  #slots;
  #send;
  #looks = 0;
  /** @type {Totals | null} */
  #counted = null;
  /** @type {LinkQuality | null} */
  #told = null;

  /**
   * @param {StoreOf<Shared, SharedAction>} store
   * @param {Publisher} publisher
   * @param {Slots} slots
   * @param {(message: ClientMessage) => boolean} send
   */
  constructor(store, publisher, slots, send) {
    this.#send = send;
    this.#store = store;
    this.#publisher = publisher;
    this.#slots = slots;
    // whoever comes back may find a server that remembers nothing
    store.subscribe(({ stay }) => {
      if (stay.connection !== 'open') this.#told = null;
    }, ['stay']);
    window.setInterval(() => void this.#look(), EVERY);
  }

  rest() {
    this.#before = new WeakMap();
    this.#counted = null;
    this.#told = null;
  }

  async #look() {
    const { stay, people, media } = this.#store.state;
    if (stay.phase !== 'meeting') return;
    const totals = nothing(performance.now());
    const own = this.#publisher.connection;
    if (own && people.self) await this.#judge(people.self, own, totals);
    for (const [slot, connection] of this.#slots.connections()) {
      const view = media.viewing.find((v) => v.slot === slot && v.source === 'camera');
      await this.#judge(view?.participant ?? null, connection, totals);
    }
    if (++this.#looks % REPORT_EVERY === 0) this.#report(totals);
  }

  /** @param {Totals} totals */
  #report(totals) {
    const before = this.#counted;
    this.#counted = totals;
    const { stay, people } = this.#store.state;
    if (!before || stay.connection !== 'open') return;
    const link = between(before, totals);
    this.#store.dispatch({ type: 'own-link', link });
    // alone, or without any connection, there is nothing to tell
    if (people.participants.some((p) => p.id !== people.self) && differs(this.#told, link) && this.#send({ type: 'report-link', link })) this.#told = link;
  }

  /** @param {string | null} participant who is seen over it @param {RTCPeerConnection} connection @param {Totals} totals */
  async #judge(participant, connection, totals) {
    const report = /** @type {ReadonlyMap<string, any>} */ (await connection.getStats());
    add(totals, report);
    const now = counters(report.values());
    const before = this.#before.get(connection);
    this.#before.set(connection, now);
    if (before) this.#adapt(connection, before, now);
    if (before && participant) this.#store.dispatch({ type: 'quality', participant, quality: quality(before, now) });
  }

  /** @param {RTCPeerConnection} connection @param {Counters} before @param {Counters} now */
  #adapt(connection, before, now) {
    const playout = this.#playouts.get(connection) ?? new Playout();
    this.#playouts.set(connection, playout);
    if (playout.saw(since(before, now))) playout.apply(connection.getReceivers());
  }
}
