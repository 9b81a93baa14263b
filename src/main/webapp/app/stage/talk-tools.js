import { reactionMenu } from '../reaction/reaction-menu.js';
import { positionOf } from '../reaction/slice.js';
import { permits } from '../state/rules.js';
import { button } from '../ui/controls.js';
import { ONE_PANEL, set } from '../ui/dom.js';
import { LiveElement } from '../ui/live-element.js';

/**
 * The toolbar's buttons for reactions, hand and chat, or the polls where there is no chat.
 *
 * @import { HandActions } from '../reaction/actions.js'
 * @import { Dock } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @extends {LiveElement<PageState>}
 */
export class TalkTools extends LiveElement {
  #parts;
  #icon;
  #name;
  #react;
  #menu;
  #hand;
  #chat;

  /** @param {{store: PageStore, hands: HandActions, docks: readonly Dock[], t: Translate}} parts */
  constructor(parts) {
    super(parts.store, ['chat', 'polls', 'hands', 'people', 'rules', 'view']);
    this.#parts = parts;
    const { store, hands, docks, t } = parts;
    this.#menu = reactionMenu(t, (reaction) => hands.react(reaction));
    const withChat = docks.includes('chat');
    this.#icon = withChat ? 'chat' : 'check';
    this.#name = t(withChat ? 'stage.chat' : 'stage.polls');
    this.#react = button({ icon: 'smile', label: t('stage.reaction'), short: t('stage.reaction'), kind: 'tool wide', onClick: () => undefined });
    set(this.#react, 'popovertarget', this.#menu.id);
    this.#hand = button({ icon: 'hand', label: t('stage.hand.raise'), short: t('stage.hand'), kind: 'tool hand', keys: 'H', onClick: () => hands.toggle() });
    this.#chat = button({ icon: this.#icon, label: this.#name, short: this.#name, kind: 'tool', keys: 'C', onClick: () => toggleDock(store, docks) });
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
    this.#chat.show(this.#icon, news > 0 && this.#icon === 'chat' ? t('stage.chat.unread', news) : this.#name);
    set(this.#chat, 'data-count', news > 0 ? (news > 99 ? '99+' : news) : null);
    set(this.#chat, 'aria-expanded', String(view.dock !== null));
  }
}

customElements.define('plenum-talk-tools', TalkTools);

/** The action of the button and the key. @param {PageStore} store @param {readonly Dock[]} docks */
export function toggleDock(store, docks) {
  const { dock } = store.state.view;
  store.dispatch({ type: 'dock', dock: dock === null ? docks[0] : null });
  if (dock === null && window.matchMedia(ONE_PANEL).matches) store.dispatch({ type: 'panel', panel: null });
}
