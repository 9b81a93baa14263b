import { permission, troubleHere } from '../media/devices.js';
import { LevelMeter } from '../media/level-meter.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { rememberedName } from '../session/place.js';
import { shortcutOf } from '../ui/shortcuts.js';
import { CHECK_PAGE } from '../platform/pages.js';
import { DevicePickers, levelBar } from '../devices/device-pickers.js';
import { LONGEST_NAME, readName } from '../state/names.js';
import { passwordField } from './password-field.js';
import { Preview } from '../devices/preview.js';

/**
 * The door: your name, a look in the mirror, and in.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Session } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Asked } from './password-field.js'
 * @typedef {object} PrejoinParts
 * @property {StoreOf<Shared & {door: {password: Asked}}, SharedAction>} store
 * @property {Pick<Session<any>, 'join'>} session
 * @property {LocalMedia} local
 * @property {Preferences} preferences
 * @property {HTMLElement & {toggle(open: boolean): void}} settings
 * @property {string} user the name of whoever is signed in; empty for a guest
 * @property {boolean} recorded whether the meeting is being recorded
 * @property {{element: HTMLElement, supported: boolean, pass(): Promise<boolean>} | null} [lock] of an encrypted meeting: asks for the key
 * @property {Translate} t
 */
export class PrejoinView extends HTMLElement {
  #parts;
  #preview;
  #level = levelBar();
  #meter = new LevelMeter((level) => this.#level.show(level));
  #name;
  #refusal = h('p', { class: 'refusal', id: 'prejoin-refusal', role: 'alert' });
  #title = h('h1', { dir: 'auto' });
  #password;
  #join;
  #hint = h('p', { class: 'hint' });
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {PrejoinParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { t, local, store, settings, recorded } = parts;
    this.className = 'prejoin';
    this.#preview = new Preview(parts);
    this.#name = h('input', {
      id: 'prejoin-name',
      type: 'text',
      autocomplete: 'name',
      maxlength: LONGEST_NAME * 2,
      value: parts.user || rememberedName(),
      'aria-describedby': 'prejoin-refusal',
      oninput: () => this.#update(),
    });
    this.#password = passwordField(t);
    this.#join = h('button', { type: 'submit', class: 'button primary large', disabled: parts.lock?.supported === false }, t('stage.prejoin.join'));
    const form = h(
      'form',
      { class: 'prejoin-form card', novalidate: true, onsubmit: (event) => void this.#submit(event) },
      this.#title,
      recorded && h('p', { class: 'recording-notice', role: 'note' }, t('stage.recording.here')),
      h('label', { for: 'prejoin-name' }, t('stage.prejoin.name')),
      this.#name,
      this.#refusal,
      this.#password.element,
      ...(parts.lock ? [parts.lock.element] : []),
      h(
        'div',
        { class: 'pickers', hidden: Boolean(troubleHere()) },
        new DevicePickers({ local, t }, ['microphone']),
        this.#level,
        new DevicePickers({ local, t }, ['camera', 'speaker']),
      ),
      this.#hint,
      this.#join,
      h('a', { class: 'check-link', href: CHECK_PAGE, target: '_blank' }, t('stage.check.link')),
    );
    this.#preview.element.append(
      button({ icon: 'gear', label: t('stage.settings'), kind: 'round settings-button', onClick: () => store.dispatch({ type: 'dialog', dialog: 'settings' }) }),
    );
    this.append(this.#preview.element, form, settings);
  }

  connectedCallback() {
    const { local, preferences, store } = this.#parts;
    document.addEventListener('keydown', this.#onKey);
    this.#ends = [local.onChange(() => this.#update()), preferences.onChange(() => this.#update()), store.subscribe(() => this.#update(), ['stay', 'door', 'view'])];
    void this.#askWhenAllowed();
    this.#name.focus({ preventScroll: true });
    if (this.#name.value) this.#name.select();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
    this.#ends.splice(0).forEach((end) => end());
    this.#meter.close();
  }

  /** Nobody is asked before they know why; where the browser has its permission already, the mirror is there at once. */
  async #askWhenAllowed() {
    const { local } = this.#parts;
    const allowed = (await permission('camera')) === 'granted' && (await permission('microphone')) === 'granted';
    if (allowed || local.asked || troubleHere()) await local.ask();
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const { local, session, t } = this.#parts;
    const { name, problem } = readName(this.#name.value);
    text(this.#refusal, problem ? t(problem) : '');
    set(this.#name, 'aria-invalid', problem ? 'true' : null);
    if (name === null) {
      this.#name.focus();
      return;
    }
    const password = this.#password.read();
    if (password === null) return;
    if (this.#parts.lock && !(await this.#parts.lock.pass())) return;
    if (!local.asked) {
      set(this.#join, 'disabled', true);
      await local.ask();
      set(this.#join, 'disabled', false);
      // one look at what went wrong; joining without devices stays possible
      if (Object.values(local.lines).some((line) => line.wanted && line.trouble)) return;
    }
    session.join(name, password);
  }

  #update() {
    const { local, store, settings, t } = this.#parts;
    const { microphone } = local.lines;
    const { door, stay, view } = store.state;
    text(this.#title, stay.meeting.name);
    this.#password.update(door.password);
    settings.toggle(view.dialog === 'settings');
    this.#preview.update(this.#name.value);
    this.#meter.listen(microphone.wanted ? microphone.track : null);
    set(this.#level, 'hidden', !microphone.track);
    const joining = stay.phase === 'joining';
    const without = local.asked && !local.microphoneOn && !local.cameraOn;
    text(this.#join, t(joining ? 'stage.prejoin.joining' : without ? 'stage.prejoin.join.without' : 'stage.prejoin.join'));
    set(this.#join, 'aria-busy', joining ? 'true' : null);
    text(this.#hint, local.asked ? '' : t('stage.prejoin.hint'));
    set(this.#hint, 'hidden', local.asked);
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const { local } = this.#parts;
    const shortcut = shortcutOf(event);
    if (shortcut === 'microphone' || shortcut === 'camera') void local.turn(shortcut, !local.lines[shortcut].wanted);
  };
}

customElements.define('plenum-prejoin', PrejoinView);
