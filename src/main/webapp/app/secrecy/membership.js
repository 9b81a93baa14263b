import { Group } from '../cipher/group.js';

/**
 * Keeps this tab a member of the group of those who have the meeting's key: joins when it is its turn, follows the changes of others in their
 * order, takes out who left, and joins anew when it cannot follow. One message after the other.
 *
 * @import { ContentKeys } from '../cipher/content.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { SecrecyChanged, SecrecyTurn } from '../protocol/secrecy.js'
 * @typedef {object} MembershipParts
 * @property {string} participant this tab's
 * @property {Uint8Array} key of the meeting
 * @property {ContentKeys} content
 * @property {(message: ClientMessage) => unknown} send
 * @property {(news: {step: number, leaf: number, secret: CryptoKey, members: readonly string[]}) => void} onStep a new secret of all members
 * @property {() => void} onTexts more texts can be read
 * @property {{after(millis: number, run: () => void): number, cancel(timer: number): void}} clock
 */

/** A turn that was not used in time is lost, and has to be asked for again. */
const ASK_AGAIN = 3000;
/** Keys of texts that were asked for may not have come. */
const LACKING = 4000;
/** Steps whose members' texts keys can still be opened: they may come a little later than the next step. */
const KEPT = 8;

export class Membership {
  #parts;
  /** @type {Group | null} */
  #group = null;
  #step = 0;
  /** The next step as this tab has proposed it. @type {{from: number, group: Group, renewed: boolean} | null} */
  #proposed = null;
  /** @type {Map<number, CryptoKey>} */
  #shared = new Map();
  #removals = 0;
  #work = Promise.resolve();
  #timer = 0;
  #lackTimer = 0;
  #over = false;

  /** @param {MembershipParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Resolves when all that was heard is done. */
  get idle() {
    return this.#work;
  }

  get members() {
    return this.#group?.members ?? [];
  }

  /** @param {ServerMessage} message */
  heard(message) {
    const what = this.#reaction(message);
    if (!what) return;
    this.#work = this.#work.then(what).catch(() => this.#joinAnew());
  }

  /** Joins anew, after what is under way: this tab may have lost its way without a sign of it. */
  again() {
    this.#work = this.#work.then(() => this.#joinAnew());
  }

  close() {
    this.#over = true;
    this.#parts.clock.cancel(this.#timer);
    this.#parts.clock.cancel(this.#lackTimer);
    this.#group = this.#proposed = null;
    this.#shared.clear();
  }

  /** @param {ServerMessage} message @returns {(() => Promise<void>) | null} */
  #reaction(message) {
    if (this.#over) return null;
    switch (message.type) {
      case 'secrecy-state':
        return async () => {
          this.#removals = message.removals;
          // what was missed cannot be caught up with
          if (!message.member || message.step !== this.#step || !this.#group) this.#joinAnew();
        };
      case 'secrecy-turn':
        return () => this.#use(message);
      case 'secrecy-changed':
        return () => this.#follow(message);
      case 'secrecy-wanted':
        return () => this.#answer(message.what);
      case 'secrecy-shared':
        return () => this.#read(message.step, message.keys);
      default:
        return null;
    }
  }

  #joinAnew() {
    if (this.#over) return;
    this.#group = this.#proposed = null;
    this.#ask();
  }

  #ask() {
    const { clock, send } = this.#parts;
    clock.cancel(this.#timer);
    if (this.#group || this.#over) return;
    send({ type: 'secrecy-join' });
    this.#timer = clock.after(ASK_AGAIN, () => this.#ask());
  }

  /** @param {SecrecyTurn} turn */
  async #use({ step, info, gone, renew }) {
    const { content, send } = this.#parts;
    if (this.#group && gone.length > 0) {
      const next = await this.#group.without(gone);
      if (!next) {
        send({ type: 'secrecy-commit', step });
        return;
      }
      if (renew) content.renew();
      const keys = renew ? await content.pack(await next.group.secret('texts')) : undefined;
      this.#propose(step, next, undefined, keys, renew);
    } else if (!this.#group) {
      const self = { participant: this.#parts.participant, key: this.#parts.key };
      const next = info ? await Group.join(self, info) : { group: await Group.found(self), commit: undefined };
      this.#propose(step, next, await next.group.info());
    }
  }

  /** @param {number} from @param {{group: Group, commit?: string}} next @param {string} [info] @param {string} [keys] */
  #propose(from, { group, commit }, info, keys, renewed = false) {
    this.#proposed = { from, group, renewed };
    this.#parts.send({ type: 'secrecy-commit', step: from, ...(commit ? { commit } : {}), ...(info ? { info } : {}), ...(keys ? { keys } : {}) });
  }

  /** @param {SecrecyChanged} change */
  async #follow({ step, by, commit, keys }) {
    const proposed = this.#proposed;
    this.#proposed = null;
    if (by === this.#parts.participant && proposed?.from === step - 1) {
      await this.#enter(step, proposed.group);
      if (proposed.renewed) this.#parts.onTexts();
      return;
    }
    // not a member yet, or one who is about to join anew
    if (!this.#group) return;
    if (step !== this.#step + 1 || !commit) throw new Error('missed-step');
    await this.#enter(step, await this.#group.after(commit));
    if (keys) await this.#read(step, keys);
  }

  /** @param {number} step @param {Group} group */
  async #enter(step, group) {
    if (group.removed) throw new Error('removed');
    const { clock, onStep } = this.#parts;
    const first = this.#group === null;
    this.#group = group;
    this.#step = step;
    clock.cancel(this.#timer);
    this.#shared.set(step, await group.secret('texts'));
    this.#shared.delete(step - KEPT);
    onStep({ step, leaf: group.leaf, secret: await group.secret('frames'), members: group.members });
    if (first && this.#removals > 0) this.#lack();
  }

  /** Those who come after a removal are given the keys by a member; if not, they ask. */
  #lack() {
    const { clock, content, send } = this.#parts;
    clock.cancel(this.#lackTimer);
    this.#lackTimer = clock.after(LACKING, () => {
      if (this.#over || content.newest >= this.#removals) return;
      send({ type: 'secrecy-lack' });
      this.#lack();
    });
  }

  /** @param {'info' | 'keys'} what */
  async #answer(what) {
    const { content, send } = this.#parts;
    const step = this.#step;
    const secret = this.#shared.get(step);
    if (!this.#group || !secret) return;
    if (what === 'info') send({ type: 'secrecy-info', step, info: await this.#group.info() });
    else send({ type: 'secrecy-share', step, keys: await content.pack(secret) });
  }

  /** @param {number} step @param {string} keys */
  async #read(step, keys) {
    const secret = this.#shared.get(step);
    if (secret && (await this.#parts.content.unpack(secret, keys))) {
      this.#removals = Math.max(this.#removals, this.#parts.content.newest);
      this.#parts.onTexts();
    }
  }
}
