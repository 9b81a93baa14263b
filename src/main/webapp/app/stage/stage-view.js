import { FarewellView } from '../farewell/farewell-view.js';
import { WaitingView } from '../door/waiting-view.js';
import { PrejoinView } from '../prejoin/prejoin-view.js';
import { h, set } from '../ui/dom.js';

/**
 * Shows the view that fits the phase, one at a time. The meeting's, which is as much code as all the rest, comes while its reader is at the door.
 *
 * @import { Store } from '../state/store.js'
 * @import { Action, MeetingState, Phase } from '../state/meeting.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Session } from '../session/session.js'
 * @import { TalkDesk } from '../talk/talk-desk.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { WakeLock } from '../platform/wake-lock.js'
 * @import { Attention } from '../platform/attention.js'
 * @import { FirewallRow } from '../check/firewall.js'
 * @import { Install } from '../platform/install.js'
 * @typedef {object} StageParts what every view is given
 * @property {HTMLElement} stage
 * @property {Store<MeetingState, Action>} store
 * @property {LocalMedia} local
 * @property {Session} session
 * @property {TalkDesk} desk
 * @property {Preferences} preferences
 * @property {Sounds} sounds
 * @property {WakeLock} wakeLock
 * @property {Install} install
 * @property {Attention} attention
 * @property {readonly FirewallRow[]} firewall
 * @property {Translate} t
 * @typedef {HTMLElement & {close?(): void}} View
 */

export class StageView {
  /** @type {View | null} */
  #view = null;
  /** @type {string} */
  #shown = '';
  /** @type {(new (parts: StageParts) => View) | null} */
  #meetingView = null;
  #outdated = false;
  #parts;
  #named;

  /** @param {StageParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#named = parts.store.state.meeting.name;
  }

  /** A reload comes straight back into the meeting; everybody else comes to the door. */
  start() {
    const { store, local, session } = this.#parts;
    const place = session.place;
    if (place || document.readyState === 'complete') void this.#fetchMeeting();
    else window.addEventListener('load', () => void this.#fetchMeeting(), { once: true });
    store.subscribe(({ phase, meeting }) => {
      this.#title(meeting.name);
      this.#show(phase);
    });
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
    const found = await import('./meeting-view.js').catch(() => null);
    this.#meetingView = found?.MeetingView ?? null;
    this.#outdated = found === null;
    this.#show(this.#parts.store.state.phase);
  }

  /** The page learns the name of a meeting with a password when its reader is let in. @param {string} name */
  #title(name) {
    if (name !== this.#named) document.title = document.title.replace(this.#named, () => name);
    this.#named = name;
  }

  /** @param {Phase} phase */
  #show(phase) {
    const kind = phase === 'joining' && this.#shown === '' ? 'return' : kindOf(phase);
    if (kind === 'meeting' && !this.#meetingView) {
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
    if (kind === 'door') return new PrejoinView(this.#parts);
    if (kind === 'waiting') return new WaitingView(this.#parts);
    if (kind === 'meeting') return this.#meetingView && new this.#meetingView(this.#parts);
    if (kind === 'return') return h('p', { class: 'returning', role: 'status' }, this.#parts.t('stage.returning'));
    return kind === 'farewell' ? new FarewellView(this.#parts) : null;
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
