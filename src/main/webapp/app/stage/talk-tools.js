import { reactionMenu } from '../reaction/reaction-menu.js';
import { positionOf } from '../reaction/slice.js';
import { permits } from '../state/rules.js';
import { button } from '../ui/controls.js';
import { ONE_PANEL, set } from '../ui/dom.js';
import { LiveElement } from '../ui/live-element.js';

/**
 * The toolbar's buttons for reactions, hand and chat.
 *
 * @import { HandActions } from '../reaction/actions.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @extends {LiveElement<PageState>}
 */
export class TalkTools extends LiveElement {
  #parts;
  #react;
  #menu;
  #hand;
  #chat;

  /** @param {{store: PageStore, hands: HandActions, t: Translate}} parts */
  constructor(parts) {
    super(parts.store, ['chat', 'polls', 'hands', 'people', 'rules', 'view']);
    this.#parts = parts;
    const { store, hands, t } = parts;
    this.#menu = reactionMenu(t, (reaction) => hands.react(reaction));
    this.#react = button({ icon: 'smile', label: t('stage.reaction'), short: t('stage.reaction'), kind: 'tool wide', onClick: () => undefined });
    set(this.#react, 'popovertarget', this.#menu.id);
    this.#hand = button({ icon: 'hand', label: t('stage.hand.raise'), short: t('stage.hand'), kind: 'tool hand', keys: 'H', onClick: () => hands.toggle() });
    this.#chat = button({ icon: 'chat', label: t('stage.chat'), short: t('stage.chat'), kind: 'tool', keys: 'C', onClick: () => toggleChat(store) });
    this.append(this.#react, this.#menu, this.#hand, this.#chat);
  }

  openReactions() {
    if (!this.#react.disabled) this.#menu.showPopover();
  }

  /** @override */
  update() {
    const { store, t } = this.#parts;
    const { chat, polls, hands, people, view } = store.state;
    const mayReact = permits(store.state, 'reactions');
    set(this.#react, 'disabled', !mayReact);
    this.#react.show('smile', t(mayReact ? 'stage.reaction' : 'stage.reaction.locked'));
    const position = positionOf(hands, people.self);
    this.#hand.show('hand', t(position > 0 ? 'stage.hand.down' : 'stage.hand.raise'));
    set(this.#hand, 'aria-pressed', String(position > 0));
    set(this.#hand, 'data-count', position > 0 ? position : null);
    const news = chat.unread + polls.unseen.length;
    this.#chat.show('chat', news > 0 ? t('stage.chat.unread', news) : t('stage.chat'));
    set(this.#chat, 'data-count', news > 0 ? (news > 99 ? '99+' : news) : null);
    set(this.#chat, 'aria-expanded', String(view.dock !== null));
  }
}

customElements.define('plenum-talk-tools', TalkTools);

/** What the button and the key do. @param {PageStore} store */
export function toggleChat(store) {
  const { dock } = store.state.view;
  store.dispatch({ type: 'dock', dock: dock === null ? 'chat' : null });
  if (dock === null && window.matchMedia(ONE_PANEL).matches) store.dispatch({ type: 'panel', panel: null });
}
