import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';
import { EMOJI_OF } from './emoji-of.js';
import { positionOf } from './hands.js';

/**
 * The toolbar's buttons for chat, reactions and hand.
 *
 * @import { Reaction } from '../protocol/messages.js'
 * @import { StageParts } from '../stage-view.js'
 */
export class TalkTools extends HTMLElement {
  #parts;
  #chat;
  #react;
  #hand;
  #menu;
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { t } = parts;
    this.#chat = button({ icon: 'chat', label: t('stage.chat'), short: t('stage.chat'), kind: 'tool', keys: 'C', onClick: () => toggleChat(parts) });
    this.#react = button({ icon: 'smile', label: t('stage.reaction'), short: t('stage.reaction'), kind: 'tool', onClick: () => this.#toggle(this.#menu.hidden) });
    this.#hand = button({ icon: 'hand', label: t('stage.hand.raise'), short: t('stage.hand'), kind: 'tool', keys: 'H', onClick: () => toggleHand(parts) });
    this.#menu = this.#makeMenu();
    set(this.#react, 'aria-expanded', 'false');
    this.append(this.#chat, h('div', { class: 'reaction-place' }, this.#react, this.#menu), this.#hand);
  }

  connectedCallback() {
    const { desk, store } = this.#parts;
    const update = () => this.#update();
    document.addEventListener('pointerdown', this.#outside);
    this.#ends = [desk.store.subscribe(update), store.subscribe(update), () => document.removeEventListener('pointerdown', this.#outside)];
  }

  disconnectedCallback() {
    this.#ends.splice(0).forEach((end) => end());
  }

  #update() {
    const { desk, store, t } = this.#parts;
    const { chat, polls, hands, self } = desk.store.state;
    const news = chat.unread + polls.unseen.length;
    const label = news > 0 ? t('stage.chat.unread', news) : t('stage.chat');
    this.#chat.show('chat', label);
    set(this.#chat, 'data-count', news > 0 ? (news > 99 ? '99+' : news) : null);
    set(this.#chat, 'aria-expanded', String(store.state.dock !== null));
    const position = positionOf(hands, self);
    this.#hand.show('hand', t(position > 0 ? 'stage.hand.down' : 'stage.hand.raise'));
    set(this.#hand, 'aria-pressed', String(position > 0));
    set(this.#hand, 'data-count', position > 0 ? position : null);
  }

  #makeMenu() {
    const { desk, t } = this.#parts;
    const reactions = /** @type {Reaction[]} */ (Object.keys(EMOJI_OF)).map((reaction) =>
      h('button', { type: 'button', class: 'emoji', 'aria-label': t(`stage.reaction.${reaction}`), title: t(`stage.reaction.${reaction}`), onclick: () => desk.react(reaction) }, EMOJI_OF[reaction]),
    );
    return h('div', { class: 'reaction-menu', role: 'group', 'aria-label': t('stage.reaction'), hidden: true, onkeydown: (event) => this.#key(/** @type {KeyboardEvent} */ (event)) }, ...reactions);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = /** @type {HTMLElement[]} */ ([...this.#menu.children]);
    if (step) all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step + all.length) % all.length].focus();
    else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#toggle(false);
      this.#react.focus();
    }
  }

  /** @param {boolean} open */
  #toggle(open) {
    this.#menu.hidden = !open;
    set(this.#react, 'aria-expanded', String(open));
    if (open) /** @type {HTMLElement} */ (this.#menu.firstElementChild).focus();
  }

  /** @param {Event} event */
  #outside = (event) => {
    if (!this.#menu.hidden && !this.#react.parentElement?.contains(/** @type {Node} */ (event.target))) this.#toggle(false);
  };
}

customElements.define('plenum-talk-tools', TalkTools);

/** What the button and the key do. @param {StageParts} parts */
export function toggleChat({ store }) {
  const { dock } = store.state;
  store.dispatch({ type: 'dock', dock: dock === null ? 'chat' : null });
  // where there is room for one of them only
  if (dock === null && window.matchMedia('(max-width: 860px)').matches) store.dispatch({ type: 'panel', panel: null });
}

/** @param {StageParts} parts */
export function toggleHand({ desk }) {
  const { hands, self } = desk.store.state;
  desk.raise(positionOf(hands, self) === 0);
}
