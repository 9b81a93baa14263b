import { h, set } from '../ui/dom.js';

/**
 * Shows the view that fits the phase, one at a time. The meeting's, which is as much code as all the rest, comes while its reader is at the door.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Session } from '../session/session.js'
 * @import { Phase } from '../state/stay.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageStore } from './page-state.js'
 * @typedef {HTMLElement & {close?(): void}} View
 * @typedef {object} Views
 * @property {() => View} door
 * @property {() => View} waiting
 * @property {() => View} farewell
 * @property {() => Promise<(() => View) | null>} meeting null when this server has it no more
 * @typedef {object} StageParts
 * @property {HTMLElement} stage
 * @property {PageStore} store
 * @property {Pick<Session<any>, 'place' | 'join'>} session
 * @property {LocalMedia} local
 * @property {Views} views
 * @property {Translate} t
 */

export class StageView {
  /** @type {View | null} */
  #view = null;
  /** @type {string} */
  #shown = '';
  /** @type {(() => View) | null} */
  #meeting = null;
  #outdated = false;
  #parts;
  #named;

  /** @param {StageParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#named = parts.store.state.stay.meeting.name;
  }

  /** A reload comes straight back into the meeting; everybody else comes to the door. */
  start() {
    const { store, local, session } = this.#parts;
    const { place } = session;
    if (place || document.readyState === 'complete') void this.#fetchMeeting();
    else window.addEventListener('load', () => void this.#fetchMeeting(), { once: true });
    store.subscribe(({ stay }) => {
      this.#title(stay.meeting.name);
      this.#show(stay.phase);
    }, ['stay']);
    if (!place) {
      store.dispatch({ type: 'phase', phase: 'prejoin' });
      return;
    }
    local.lines.microphone.wanted = place.microphone;
    local.lines.camera.wanted = place.camera;
    void local.ask();
    session.join(place.name);
  }

  /** A server that has become another release meanwhile has it no more: the page comes anew, and its reader back to where they were. */
  async #fetchMeeting() {
    this.#meeting = await this.#parts.views.meeting();
    this.#outdated = this.#meeting === null;
    this.#show(this.#parts.store.state.stay.phase);
  }

  /** The page learns the name of a meeting with a password when its reader is let in. @param {string} name */
  #title(name) {
    if (name !== this.#named) document.title = document.title.replace(this.#named, () => name);
    this.#named = name;
  }

  /** @param {Phase} phase */
  #show(phase) {
    const kind = phase === 'joining' && this.#shown === '' ? 'return' : kindOf(phase);
    if (kind === 'meeting' && !this.#meeting) {
      if (this.#outdated) window.location.reload();
      return;
    }
    set(this.#parts.stage, 'data-phase', phase);
    if (kind === this.#shown || (this.#shown === 'return' && phase === 'joining')) return;
    this.#shown = kind;
    this.#view?.close?.();
    this.#view = this.#make(kind);
    this.#parts.stage.replaceChildren(...(this.#view ? [this.#view] : []));
  }

  /** @param {string} kind @returns {View | null} */
  #make(kind) {
    const { views, t } = this.#parts;
    if (kind === 'door') return views.door();
    if (kind === 'waiting') return views.waiting();
    if (kind === 'meeting') return this.#meeting?.() ?? null;
    if (kind === 'return') return h('p', { class: 'returning', role: 'status' }, t('stage.returning'));
    return kind === 'farewell' ? views.farewell() : null;
  }
}

/** @param {Phase} phase */
function kindOf(phase) {
  switch (phase) {
    case 'starting':
      return '';
    case 'prejoin':
    case 'joining':
      return 'door';
    case 'waiting':
      return 'waiting';
    case 'meeting':
      return 'meeting';
    default:
      return 'farewell';
  }
}
