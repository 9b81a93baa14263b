import { h } from '../ui/dom.js';
import { translator } from '../ui/texts.js';

/**
 * Ink on shared screens: its code, texts and style come when somebody draws for the first time, here or elsewhere. Until then this remembers which screens are shown,
 * and what was said of ink.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @typedef {{heard(message: ServerMessage): void, attach(share: string, tile: HTMLElement, video: HTMLVideoElement | null): void}} View
 */

/** @param {{store: PageStore, session: Session<PageState>, t: Translate}} parts */
export function inkPlace(parts) {
  const { store, session } = parts;
  /** @type {View | null} */
  let view = null;
  let coming = false;
  /** @type {ServerMessage[]} */
  const said = [];
  /** @type {Map<string, [HTMLElement, HTMLVideoElement | null]>} */
  const screens = new Map();
  const come = async () => {
    if (view || coming) return;
    coming = true;
    try {
      view = await fetchInk(parts);
      said.splice(0).forEach((message) => view?.heard(message));
      for (const [share, [tile, video]] of screens) if (tile.isConnected) view.attach(share, tile, video);
    } catch {
      store.dispatch({ type: 'notice', text: 'stage.ink.missing', kind: 'warning' });
      store.dispatch({ type: 'ink', on: null });
    }
    coming = false;
  };
  session.onMessage((message) => {
    if (view) {
      view.heard(message);
    } else if (message.type === 'ink-drawn' || message.type === 'ink-gone') {
      said.push(message);
      void come();
    } else if (message.type === 'ink-state') {
      void come();
    }
  });
  store.subscribe(({ ink }) => void (ink.on !== null && come()), ['ink']);
  return {
    /** A tile that shows a screen; the own one has no picture. @param {string} share @param {HTMLElement} tile @param {HTMLVideoElement | null} video */
    attach(share, tile, video) {
      screens.set(share, [tile, video]);
      view?.attach(share, tile, video);
    },
  };
}

/** @param {{store: PageStore, session: Session<PageState>, t: Translate}} parts @returns {Promise<View>} */
async function fetchInk({ t, ...parts }) {
  const [{ inkView }, texts] = await Promise.all([import('../ink/ink-view.js'), fetchTexts(), fetchStyle()]);
  const own = translator(texts);
  return inkView({ ...parts, t: (key, ...values) => (key in texts ? own : t)(key, ...values) });
}

/** They lie beside the module, in each language. @returns {Promise<Record<string, string>>} */
async function fetchTexts() {
  const answer = await fetch(new URL(`../ink/ink-view.${document.documentElement.lang}.json`, import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @returns {Promise<void>} */
function fetchStyle() {
  return new Promise((done, failed) => {
    document.head.append(h('link', { rel: 'stylesheet', href: new URL('../ink/ink.css', import.meta.url).href, onload: () => done(), onerror: () => failed(new Error('style')) }));
  });
}
