import { positionOf } from './slice.js';

/**
 * One's own hand, the hands of others, and reactions.
 *
 * @import { NotStoredReason } from '../protocol/messages.js'
 * @import { Reaction } from '../protocol/reaction.js'
 * @import { Session } from '../session/session.js'
 * @import { Hands, HandStore } from './slice.js'
 */

const AGAIN = 2000;

export class HandActions {
  /** The requested state of one's own hand, until the server confirms it. @type {boolean | null} */
  #wanted = null;
  #store;
  #session;

  /** @param {{store: HandStore, session: Pick<Session<HandStore['state']>, 'send' | 'onMessage'>}} parts */
  constructor({ store, session }) {
    this.#store = store;
    this.#session = session;
    session.onMessage((message, before) => {
      if (message.type === 'welcome' && this.#wanted !== null) this.raise(this.#wanted);
      else if (message.type === 'not-stored' && message.about === 'raise-hand') this.#notStored(message.reason);
      else if (message.type === 'hand-changed' || (message.type === 'hands' && message.hands.length === 0)) this.#changed(before.hands);
      if (message.type === 'hand-changed' && message.participant === before.people.self) this.#wanted = null;
    });
  }

  /** Raises one's own hand, or lowers it. */
  toggle() {
    const { hands, people } = this.#store.state;
    this.raise(positionOf(hands, people.self) === 0);
  }

  /** @param {boolean} raised */
  raise(raised) {
    this.#wanted = raised;
    this.#session.send({ type: 'raise-hand', raised });
  }

  /** @param {string} participant */
  lower(participant) {
    this.#session.send({ type: 'lower-hand', participant });
  }

  lowerAll() {
    this.#session.send({ type: 'lower-all-hands' });
  }

  /** @param {Reaction} reaction */
  react(reaction) {
    this.#session.send({ type: 'react', reaction });
  }

  /** Tells the reader that a moderator lowered their hand. @param {Hands} before */
  #changed(before) {
    const { hands, people } = this.#store.state;
    const lowered = positionOf(before, people.self) > 0 && positionOf(hands, people.self) === 0;
    if (lowered && this.#wanted === null) this.#store.dispatch({ type: 'notice', text: 'stage.hand.lowered' });
  }

  /** @param {NotStoredReason} reason */
  #notStored(reason) {
    const wanted = this.#wanted;
    if (wanted === null || (reason !== 'unavailable' && reason !== 'throttled')) this.#wanted = null;
    else window.setTimeout(() => this.#wanted === wanted && this.raise(wanted), AGAIN);
  }
}
