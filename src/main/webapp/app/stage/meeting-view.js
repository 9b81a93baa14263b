import { permits } from '../state/rules.js';
import { h, set, text } from '../ui/dom.js';
import { IdleWatch, holdsKeyboard } from './idle.js';
import { PushToTalk } from './push-to-talk.js';

/**
 * The meeting's element: holds the parts, keeps them up to date, and listens to the keyboard.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { WakeLock } from '../platform/wake-lock.js'
 * @import { Sharing } from '../session/sharing.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @import { ToolbarView } from './toolbar-view.js'
 * @typedef {{update(state: PageState): void, rest?(): void}} Part brought up to date after each change; `rest` when the meeting is over
 * @typedef {object} MeetingParts
 * @property {PageStore} store
 * @property {LocalMedia} local
 * @property {Preferences} preferences
 * @property {Sharing} sharing
 * @property {WakeLock} wakeLock
 * @property {ToolbarView} toolbar
 * @property {(isCovered: () => boolean) => (event: KeyboardEvent) => void} keys
 * @property {readonly Node[]} before what stands above the note that one can be heard
 * @property {readonly Node[]} after
 * @property {readonly Part[]} parts in the order of their updates
 * @property {Translate} t
 */
export class MeetingView extends HTMLElement {
  #parts;
  #title = h('h1', { class: 'meeting-title', dir: 'auto', tabindex: -1 });
  #talking = h('p', { class: 'talking', role: 'status' });
  #idle;
  #pushToTalk;
  #onKey;
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {MeetingParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, local, before, after, keys } = parts;
    this.#idle = new IdleWatch(this, () => this.#mayHideTools());
    this.#pushToTalk = new PushToTalk({
      isMuted: () => !local.microphoneOn && permits(store.state, 'unmute'),
      isFree: () => !this.#isCovered(),
      turn: (talking) => this.#talk(talking),
    });
    this.#onKey = keys(() => this.#isCovered());
    this.append(this.#title, ...before, this.#talking, ...after);
  }

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey);
    const { store, local, preferences, sharing, toolbar, wakeLock } = this.#parts;
    const tools = () => toolbar.update(store.state);
    document.addEventListener('fullscreenchange', tools);
    this.#ends = [
      // what is said beside the microphone has views of its own that listen
      store.subscribe((state) => this.#update(state), ['stay', 'people', 'rules', 'media', 'view', 'notices', 'door', 'breakout', 'timer', 'whiteboard', 'ink']),
      local.onChange(tools),
      preferences.onChange(tools),
      sharing.screen.onChange(tools),
      () => document.removeEventListener('fullscreenchange', tools),
    ];
    this.#idle.start();
    this.#pushToTalk.start();
    // the form that had the focus is gone
    if (document.activeElement === document.body) this.#title.focus({ preventScroll: true });
    wakeLock.hold();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
    this.#ends.splice(0).forEach((end) => end());
    this.#idle.stop();
    this.#pushToTalk.stop();
    for (const part of this.#parts.parts) part.rest?.();
    this.#parts.wakeLock.release();
  }

  /** @param {PageState} state */
  #update(state) {
    const { stay, view } = state;
    if (stay.phase !== 'meeting') return;
    text(this.#title, stay.meeting.name);
    set(this, 'data-panel', view.panel);
    set(this, 'data-dock', view.dock);
    for (const part of this.#parts.parts) part.update(state);
  }

  #isCovered() {
    return this.querySelector('dialog[open], :popover-open') !== null;
  }

  /** @param {boolean} talking */
  #talk(talking) {
    const { local, t } = this.#parts;
    void local.turn('microphone', talking);
    text(this.#talking, talking ? t('stage.talking') : '');
  }

  /** Nothing that somebody reads, uses or has to see steps aside. */
  #mayHideTools() {
    const { store, toolbar } = this.#parts;
    const { people, view } = store.state;
    return !view.dialog && !view.panel && !view.dock && people.participants.length > 1 && !this.querySelector(':popover-open') && !holdsKeyboard(toolbar);
  }
}

customElements.define('plenum-meeting', MeetingView);
