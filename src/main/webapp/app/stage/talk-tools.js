import { button } from '../ui/controls.js';
import { ONE_PANEL, set } from '../ui/dom.js';
import { permits } from '../moderation/room.js';
import { positionOf } from '../reaction/hands.js';
import { reactionMenu } from '../reaction/reaction-menu.js';
import { TalkView } from '../talk/talk-view.js';

/**
 * The toolbar's buttons for reactions, hand and chat.
 *
 * @import { StageParts } from './stage-view.js'
 */
export class TalkTools extends TalkView {
  #parts;
  #react;
  #menu;
  #hand;
  #chat;

  /** @param {StageParts} parts */
  constructor(parts) {
    super(parts);
    this.#parts = parts;
    const { desk, t } = parts;
    this.#menu = reactionMenu(t, (reaction) => desk.react(reaction));
    this.#react = button({ icon: 'smile', label: t('stage.reaction'), short: t('stage.reaction'), kind: 'tool wide', onClick: () => undefined });
    set(this.#react, 'popovertarget', this.#menu.id);
    this.#hand = button({ icon: 'hand', label: t('stage.hand.raise'), short: t('stage.hand'), kind: 'tool hand', keys: 'H', onClick: () => toggleHand(parts) });
    this.#chat = button({ icon: 'chat', label: t('stage.chat'), short: t('stage.chat'), kind: 'tool', keys: 'C', onClick: () => toggleChat(parts) });
    this.append(this.#react, this.#menu, this.#hand, this.#chat);
  }

  openReactions() {
    if (!this.#react.disabled) this.#menu.showPopover();
  }

  /** @override */
  update() {
    const { desk, store, t } = this.#parts;
    const talk = desk.store.state;
    const mayReact = permits(store.state, 'reactions');
    set(this.#react, 'disabled', !mayReact);
    this.#react.show('smile', t(mayReact ? 'stage.reaction' : 'stage.reaction.locked'));
    const position = positionOf(talk.hands, talk.self);
    this.#hand.show('hand', t(position > 0 ? 'stage.hand.down' : 'stage.hand.raise'));
    set(this.#hand, 'aria-pressed', String(position > 0));
    set(this.#hand, 'data-count', position > 0 ? position : null);
    const news = talk.chat.unread + talk.polls.unseen.length;
    this.#chat.show('chat', news > 0 ? t('stage.chat.unread', news) : t('stage.chat'));
    set(this.#chat, 'data-count', news > 0 ? (news > 99 ? '99+' : news) : null);
    set(this.#chat, 'aria-expanded', String(store.state.dock !== null));
  }
}

customElements.define('plenum-talk-tools', TalkTools);

/** What the button and the key do. @param {StageParts} parts */
export function toggleChat({ store }) {
  const { dock } = store.state;
  store.dispatch({ type: 'dock', dock: dock === null ? 'chat' : null });
  if (dock === null && window.matchMedia(ONE_PANEL).matches) store.dispatch({ type: 'panel', panel: null });
}

/** @param {StageParts} parts */
export function toggleHand({ desk }) {
  const { hands, self } = desk.store.state;
  desk.raise(positionOf(hands, self) === 0);
}
