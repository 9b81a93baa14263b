import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';
import { SETTINGS_PAGE } from '../platform/pages.js';

/**
 * The personal settings beside the stage: the page of the server, in a frame.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 */
export class SettingsPanel extends HTMLElement {
  #store;
  #frame;

  /** @param {{store: StoreOf<Shared, SharedAction>, t: Translate}} parts */
  constructor({ store, t }) {
    super();
    this.#store = store;
    set(this, 'hidden', true);
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-label', t('stage.settings'));
    this.#frame = h('iframe', { name: 'plenum-settings', title: t('stage.settings'), onload: () => this.#loaded() });
    const close = button({ icon: 'close', label: t('stage.settings.close'), kind: 'round', onClick: () => this.#close() });
    this.append(h('header', {}, h('h2', {}, t('stage.settings')), close), this.#frame);
  }

  connectedCallback() {
    window.addEventListener('message', this.#onMessage);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#onMessage);
  }

  /** @param {Shared} state */
  update({ view }) {
    const open = view.panel === 'settings';
    if (this.hidden !== open) return;
    set(this, 'hidden', !open);
    // anew each time: somebody may have signed in meanwhile
    if (open) this.#frame.src = `${SETTINGS_PAGE}?docked=true`;
    else this.#frame.removeAttribute('src');
  }

  /** Whoever opened it wants to go on in it. */
  #loaded() {
    if (!this.hidden) this.#frame.contentWindow?.focus();
  }

  /** Escape inside of the frame. @param {MessageEvent} event */
  #onMessage = ({ data, origin, source }) => {
    if (origin === window.location.origin && source === this.#frame.contentWindow && data === 'plenum-settings-close') this.#close();
  };

  #close() {
    this.#store.dispatch({ type: 'panel', panel: null });
    /** @type {HTMLElement | null} */ (document.querySelector('plenum-meeting > .settings-button'))?.focus();
  }
}

customElements.define('plenum-settings', SettingsPanel);
