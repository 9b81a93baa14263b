import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';

/**
 * Docked left: the chat and the polls, each a tab. A server may have no chat.
 *
 * @import { ChatView } from '../chat/chat-view.js'
 * @import { PollsView } from '../poll/polls-view.js'
 * @import { Dock } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 */
export class DockView extends HTMLElement {
  #store;
  #docks;
  #tabs;
  #panels;
  #tool;
  #badge = h('span', { class: 'tab-badge' });
  /** @type {Dock | null} */
  #shown = null;
  /** @type {(() => void) | null} */
  #end = null;

  /** @param {{store: PageStore, docks: readonly Dock[], chat: ChatView, polls: PollsView, t: Translate}} parts */
  constructor({ store, docks, chat, polls, t }) {
    super();
    this.#store = store;
    this.#docks = docks;
    set(this, 'hidden', true);
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-label', t('stage.dock'));
    this.#panels = { chat, polls };
    this.#tabs = { chat: this.#tab('chat', t('stage.chat')), polls: this.#tab('polls', t('stage.polls')) };
    this.#tabs.polls.append(this.#badge);
    const tabs = h('div', { role: 'tablist', class: 'dock-tabs', 'aria-label': t('stage.dock') }, ...docks.map((dock) => this.#tabs[dock]));
    const close = button({ icon: 'close', label: t('stage.dock.close'), kind: 'round', onClick: () => store.dispatch({ type: 'dock', dock: null }) });
    this.#tool = h('span', { class: 'dock-tool' }, ...(docks.includes('chat') ? [this.#panels.chat.tool] : []));
    this.append(h('header', {}, tabs, this.#tool, close));
    for (const dock of docks) {
      const panel = this.#panels[dock];
      panel.id = `dock-${dock}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', `dock-tab-${dock}`);
      this.append(panel);
    }
  }

  connectedCallback() {
    this.#end ??= this.#store.subscribe(({ polls }) => {
      text(this.#badge, polls.unseen.length > 0 ? String(polls.unseen.length) : '');
    }, ['polls']);
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = null;
  }

  /** @param {PageState} state */
  update({ view }) {
    if (view.dock === this.#shown) return;
    this.#shown = view.dock;
    set(this, 'hidden', view.dock === null);
    set(this.#tool, 'hidden', view.dock !== 'chat');
    for (const dock of this.#docks) {
      const chosen = view.dock === dock;
      set(this.#panels[dock], 'hidden', !chosen);
      set(this.#tabs[dock], 'aria-selected', String(chosen));
      set(this.#tabs[dock], 'tabindex', chosen ? 0 : -1);
    }
    this.#store.dispatch({ type: 'chat-open', open: view.dock === 'chat' });
    this.#store.dispatch({ type: 'polls-open', open: view.dock === 'polls' });
    if (view.dock === 'chat') this.#panels.chat.enter(this.contains(document.activeElement));
    else if (view.dock === 'polls' && !this.contains(document.activeElement)) this.#tabs.polls.focus();
  }

  /** @param {Dock} dock @param {string} label */
  #tab(dock, label) {
    const store = this.#store;
    const tab = h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        id: `dock-tab-${dock}`,
        'aria-controls': `dock-${dock}`,
        onclick: () => store.dispatch({ type: 'dock', dock }),
        onkeydown: (event) => {
          if (!/^Arrow(Left|Right)$/.test(/** @type {KeyboardEvent} */ (event).key)) return;
          const other = this.#docks.find((name) => name !== dock) ?? dock;
          this.#tabs[other].focus();
          store.dispatch({ type: 'dock', dock: other });
        },
      },
      label,
    );
    return tab;
  }
}

customElements.define('plenum-dock', DockView);
