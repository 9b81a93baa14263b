import { Preview } from '../devices/preview.js';
import { button } from '../ui/controls.js';
import { h, text } from '../ui/dom.js';

/**
 * Before the door: why one waits, and a look in the mirror meanwhile.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { DoorStore } from './slice.js'
 */
export class WaitingView extends HTMLElement {
  #parts;
  #preview;
  #heading = h('h1', { tabindex: -1 });
  #words = h('p', { class: 'lead' });
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {{store: DoorStore, session: Pick<Session<any>, 'giveUp' | 'name'>, local: LocalMedia, preferences: Preferences, recorded: boolean, t: Translate}} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { session, recorded, t } = parts;
    this.className = 'prejoin';
    this.#preview = new Preview(parts);
    const card = h(
      'section',
      { class: 'prejoin-form card waiting', role: 'status' },
      h('span', { class: 'spinner', 'aria-hidden': 'true' }),
      this.#heading,
      this.#words,
      recorded && h('p', { class: 'recording-notice', role: 'note' }, t('stage.recording.here')),
      h('p', { class: 'hint' }, t('stage.waiting.hint')),
      button({ icon: 'leave', label: t('stage.waiting.leave'), kind: 'button secondary', onClick: () => session.giveUp() }),
    );
    this.append(this.#preview.element, card);
  }

  connectedCallback() {
    const { local, store } = this.#parts;
    this.#ends = [local.onChange(() => this.#update()), store.subscribe(() => this.#update(), ['door'])];
    this.#heading.focus();
  }

  disconnectedCallback() {
    this.#ends.splice(0).forEach((end) => end());
  }

  #update() {
    const { session, store, t } = this.#parts;
    const { waiting } = store.state.door;
    this.#preview.update(session.name);
    if (!waiting) return;
    text(this.#heading, t(`stage.waiting.${waiting}`));
    text(this.#words, t(`stage.waiting.${waiting}.text`));
  }
}

customElements.define('plenum-waiting', WaitingView);
