import { button } from '../ui/controls.js';
import { download, fileName } from '../ui/download.js';
import { h, set, text } from '../ui/dom.js';
import { Moments } from '../ui/moments.js';
import { ordered } from '../ui/ordered.js';
import { mayModerate } from '../state/people.js';
import { LiveElement } from '../ui/live-element.js';
import { ComposerView } from './composer-view.js';
import { chatText } from './export.js';
import { MessageView } from './message-view.js';
import { pendingView } from './pending-view.js';
import { rowsOf } from './rows.js';

/**
 * The chat: the log, what is on its way, and where one writes.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { ChatActions } from './actions.js'
 * @import { Row } from './rows.js'
 * @import { ChatAction, ChatStore } from './slice.js'
 */

const NEAR = 80;

/** @extends {LiveElement<ChatStore['state']>} */
export class ChatView extends LiveElement {
  /** @type {WeakMap<HTMLElement, MessageView>} */
  #views = new WeakMap();
  #parts;
  #moments;
  #log = h('ol', {});
  #live;
  #scroller;
  #empty = h('p', { class: 'dock-empty' });
  #kept = h('p', { class: 'chat-kept' });
  #older;
  #down;
  #pending;
  #composer;
  #export;
  #atEnd = true;
  #count = 0;

  /** @param {{store: ChatStore, actions: ChatActions, t: Translate}} parts */
  constructor(parts) {
    super(parts.store, ['chat', 'unsent', 'people', 'rules']);
    this.#parts = parts;
    const { actions, t } = parts;
    set(this, 'hidden', true);
    this.#moments = new Moments(t);
    this.#live = h('div', { class: 'chat-log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': t('stage.chat.log') }, this.#log);
    this.#composer = new ComposerView(parts);
    this.#pending = pendingView(actions, t, (words) => this.#composer.takeUp(words));
    this.#older = h('button', { type: 'button', class: 'small chat-older', onclick: () => actions.older() }, t('stage.chat.older'));
    this.#scroller = h('div', { class: 'chat-scroller', tabindex: 0, 'aria-label': t('stage.chat.log'), role: 'group', onscroll: () => this.#scrolled() }, this.#older, this.#kept, this.#empty, this.#live, this.#pending.element);
    this.#down = h('button', { type: 'button', class: 'small chat-down', hidden: true, onclick: () => this.#toEnd() }, t('stage.chat.down'));
    this.#export = button({ icon: 'download', label: t('stage.chat.export'), kind: 'round', onClick: () => void this.#save() });
    this.append(this.#scroller, this.#down, this.#composer);
    this.#composer.addEventListener('said', () => this.#toEnd());
    new ResizeObserver(() => this.#atEnd && this.#toEnd()).observe(this.#scroller); // who reads the latest goes on with it
  }

  /** Stands in the head of the dock. */
  get tool() {
    return this.#export;
  }

  /** @param {boolean} byTab the focus is on the tabs, and stays there */
  enter(byTab) {
    this.update();
    const news = this.#log.querySelector('.chat-new');
    this.#atEnd = !news;
    if (news) news.scrollIntoView({ block: 'center' });
    else this.#toEnd();
    if (!byTab) this.#composer.enter();
  }

  /** @override */
  update() {
    if (this.hidden) return;
    const { store, t } = this.#parts;
    const { chat, unsent } = store.state;
    const first = this.#log.firstElementChild;
    const [height, top] = [this.#scroller.scrollHeight, this.#scroller.scrollTop];
    const stay = this.#atEnd;
    // what is old is shown, but not read out
    const grown = chat.entries.length - this.#count;
    set(this.#live, 'aria-live', grown > 3 ? 'off' : 'polite');
    this.#count = chat.entries.length;
    ordered(this.#log, rowsOf(chat.entries, chat.firstUnread), (row) => row.key, (row) => this.#make(row), (element, row) => this.#fill(element, row));
    this.#pending.update(unsent);
    set(this.#older, 'hidden', !chat.more);
    set(this.#older, 'aria-busy', chat.loadingOlder);
    set(this.#empty, 'hidden', chat.entries.length > 0 || unsent.length > 0);
    text(this.#empty, t(chat.loaded ? 'stage.chat.empty' : 'stage.chat.loading'));
    text(this.#kept, !chat.loaded || chat.keptHours === 0 || chat.more ? '' : this.#keptFor(chat.keptHours));
    set(this.#export, 'hidden', chat.entries.length === 0);
    this.#composer.update(store.state);
    if (stay) this.#toEnd();
    else if (first && first !== this.#log.firstElementChild) this.#scroller.scrollTop = top + this.#scroller.scrollHeight - height;
    else set(this.#down, 'hidden', grown <= 0 && this.#down.hidden);
  }

  /** @param {number} hours */
  #keptFor(hours) {
    const { t } = this.#parts;
    return hours % 24 === 0 ? t('stage.chat.kept.days', hours / 24) : t('stage.chat.kept.hours', hours);
  }

  /** @param {Row} row */
  #make(row) {
    const { actions, t } = this.#parts;
    if (row.kind === 'day') return h('li', { class: 'chat-day' }, this.#moments.day(row.at));
    if (row.kind === 'new') return h('li', { class: 'chat-new' }, t('stage.chat.new'));
    if (row.kind === 'room') return h('li', { class: 'chat-day chat-room' }, t('stage.breakout.chat'));
    const view = new MessageView(t, this.#moments, {
      reply: (entry) => this.#write({ type: 'chat-reply', id: entry.id }),
      edit: (entry) => this.#write({ type: 'chat-editing', id: entry.id }),
      takeBack: (entry, own) => actions.takeBack(entry, own),
      show: (id) => this.#show(id),
    });
    this.#views.set(view.element, view);
    return view.element;
  }

  /** @param {HTMLElement} element @param {Row} row */
  #fill(element, row) {
    if (row.kind !== 'message') return;
    const { state } = this.#parts.store;
    const { chat, people } = state;
    const quoted = row.entry.quote ? chat.entries.find((entry) => entry.id === row.entry.quote?.id) : undefined;
    this.#views.get(element)?.update(row.entry, { self: people.self, moderator: mayModerate(state), continued: row.continued, quoted });
  }

  /** @param {ChatAction} action */
  #write(action) {
    this.#parts.store.dispatch(action);
    this.#composer.enter();
  }

  /** @param {number} id */
  #show(id) {
    const element = this.#log.querySelector(`[data-key="message ${id}"]`);
    element?.scrollIntoView({ block: 'center' });
    element?.animate?.([{ backgroundColor: 'var(--accent-soft)' }, {}], 1200);
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atEnd) set(this.#down, 'hidden', true);
    if (scrollTop < NEAR && scrollHeight > clientHeight) this.#parts.actions.older();
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#atEnd = true;
    set(this.#down, 'hidden', true);
  }

  async #save() {
    const { actions, store, t } = this.#parts;
    set(this.#export, 'aria-busy', true);
    try {
      const { name } = store.state.stay.meeting;
      const words = { time: (/** @type {number} */ at) => this.#moments.full(at), toOne: (/** @type {string} */ to) => `(${t('stage.chat.private.to', to)})`, removed: t('stage.chat.removed') };
      download(`${fileName(name, t('stage.chat'), new Date().toISOString().slice(0, 10))}.txt`, 'text/plain', chatText(name, await actions.all(), words));
    } catch {
      store.dispatch({ type: 'notice', kind: 'warning', text: 'stage.chat.export.failed' });
    } finally {
      set(this.#export, 'aria-busy', false);
    }
  }
}

customElements.define('plenum-chat', ChatView);
