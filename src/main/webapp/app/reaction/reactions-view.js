import { h } from '../ui/dom.js';
import { nameOf } from '../state/people.js';
import { EMOJI_OF } from './emoji-of.js';

/**
 * Feelings that rise over the stage for a moment, with the name of whose they are. Said to screen readers once in a while.
 *
 * @import { Reaction } from '../protocol/reaction.js'
 * @import { Session } from '../session/session.js'
 * @import { Shared } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 */

const SHOWN_FOR = 3200;
const MOST = 24;
const LANES = 6;
const SAY_EVERY = 1500;

export class ReactionsView extends HTMLElement {
  #parts;
  #sky = h('div', { class: 'reactions-sky', 'aria-hidden': 'true' });
  #said = h('p', { class: 'off-screen', role: 'log', 'aria-live': 'polite' });
  /** @type {(() => void) | null} */
  #end = null;
  #lane = 0;
  #sayAfter = 0;

  /** @param {{store: {readonly state: Shared}, session: Pick<Session<any>, 'onMessage'>, t: Translate}} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    this.append(this.#sky, this.#said);
  }

  connectedCallback() {
    this.#end ??= this.#parts.session.onMessage((message) => {
      if (message.type === 'reacted') this.#show(message.participant, message.reaction);
    });
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = null;
  }

  /** @param {string} participant @param {Reaction | null | undefined} reaction */
  #show(participant, reaction) {
    const { store, t } = this.#parts;
    const own = participant === store.state.people.self;
    const name = own ? t('stage.chat.you') : nameOf(store.state, participant);
    const emoji = reaction && EMOJI_OF[reaction];
    // a server that is newer than this page may know more of them, and what is encrypted may be unreadable here
    if (!emoji || !name) return;
    const item = h('div', { class: 'reaction', 'data-reaction': reaction }, h('span', { class: 'reaction-emoji' }, emoji), h('bdi', { class: 'reaction-name' }, name));
    item.style.setProperty('--lane', String(this.#lane++ % LANES));
    this.#sky.append(item);
    if (this.#sky.childElementCount > MOST) this.#sky.firstElementChild?.remove();
    window.setTimeout(() => item.remove(), SHOWN_FOR);
    const now = performance.now();
    if (own || now < this.#sayAfter) return;
    this.#sayAfter = now + SAY_EVERY;
    this.#said.replaceChildren(t('stage.reaction.by', name, t(`stage.reaction.${reaction}`)));
  }
}

customElements.define('plenum-reactions', ReactionsView);
