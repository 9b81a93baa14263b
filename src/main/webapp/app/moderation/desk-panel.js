import { ask } from '../session/asking.js';
import { mayModerate } from '../state/people.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';

/**
 * The moderation desk beside the stage, where the people are listed otherwise, or in a window of its own. The desk is a page of the server; this tab asks for a
 * ticket and shows it there.
 *
 * @import { Session } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 */

const WINDOW = 'popup,width=1180,height=900';
/** From one try to show the desk anew to the next. */
const APART = 5000;

export class DeskPanel extends HTMLElement {
  #parts;
  #frame;
  #trouble = h('p', { class: 'refusal', role: 'alert' });
  /** Whether the frame shows the desk, or soon will. */
  #shown = false;
  #askedAt = -APART;

  /** @param {{store: StoreOf<Shared, SharedAction>, session: Pick<Session<any>, 'send' | 'onMessage'>, t: Translate}} parts */
  constructor(parts) {
    super();
    const { t } = (this.#parts = parts);
    set(this, 'hidden', true);
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-label', t('stage.desk'));
    this.#frame = h('iframe', { name: 'plenum-desk', title: t('stage.desk'), onload: () => this.#loaded() });
    const apart = button({ icon: 'pip', label: t('stage.desk.window'), kind: 'round', onClick: () => this.#openWindow() });
    const close = button({ icon: 'close', label: t('stage.desk.close'), kind: 'round', onClick: () => this.#close() });
    this.append(h('header', {}, h('h2', {}, t('stage.desk')), apart, close), this.#trouble, this.#frame);
  }

  connectedCallback() {
    window.addEventListener('message', this.#onMessage);
  }

  disconnectedCallback() {
    window.removeEventListener('message', this.#onMessage);
  }

  /** @param {Shared} state */
  update(state) {
    const open = state.view.panel === 'desk';
    if (open && !mayModerate(state)) this.#close();
    const turned = this.hidden === open;
    if (turned) set(this, 'hidden', !open);
    // also when it could not be shown a while ago
    if (open && !this.#shown && (turned || performance.now() - this.#askedAt > APART)) this.#show(this.#frame.name);
  }

  /** Escape inside of the frame, or its page says that there is no desk any more. @param {MessageEvent} event */
  #onMessage = ({ data, origin, source }) => {
    if (origin === window.location.origin && source === this.#frame.contentWindow && data === 'plenum-desk-close') this.#close();
  };

  #close() {
    this.#parts.store.dispatch({ type: 'panel', panel: null });
    /** @type {HTMLElement | null} */ (document.querySelector('[data-tool="desk"]'))?.focus();
  }

  /** Opened by the click itself, because no window may open later. */
  #openWindow() {
    const name = `plenum-desk-${window.location.pathname.split('/').at(-1)}`;
    const opened = window.open('', name, WINDOW);
    if (!opened) return;
    this.#show(name);
    opened.focus();
    this.#parts.store.dispatch({ type: 'panel', panel: null });
  }

  /** @param {string} target name of a frame or a window */
  #show(target) {
    this.#shown ||= target === this.#frame.name;
    this.#askedAt = performance.now();
    text(this.#trouble, '');
    ask(this.#parts.session, { type: 'open-desk' }, (answer) => answer.type === 'desk-ticket').then(
      (answer) => answer.type === 'desk-ticket' && post(answer.ticket, target),
      () => {
        this.#shown = false;
        text(this.#trouble, this.#parts.t('stage.desk.trouble'));
      },
    );
  }

  /** A desk that the server does not know any more, as after its restart, is opened anew. */
  #loaded() {
    const page = this.#frame.contentDocument;
    if (!this.#shown || !page?.body?.childElementCount || page.getElementById('desk-main')) return;
    this.#shown = false;
    if (!this.hidden && performance.now() - this.#askedAt > APART) this.#show(this.#frame.name);
  }
}

customElements.define('plenum-desk', DeskPanel);

/** What the button and the entry of the menu do. @param {StoreOf<Shared, SharedAction>} store */
export function toggleDesk(store) {
  store.dispatch({ type: 'panel', panel: store.state.view.panel === 'desk' ? null : 'desk' });
}

/** In the body of a request, never in an address. @param {string} ticket @param {string} target */
function post(ticket, target) {
  const address = `${window.location.pathname.replace(/\/$/, '')}/desk`;
  const form = h('form', { method: 'post', action: address, target, hidden: true }, h('input', { type: 'hidden', name: 'ticket', value: ticket }));
  document.body.append(form);
  form.submit();
  form.remove();
}
