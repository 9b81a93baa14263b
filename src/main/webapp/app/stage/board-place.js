import { h, set } from '../ui/dom.js';

/**
 * Where the board is, while this tab shows it. Its code, texts and style come when somebody opens one for the first time.
 *
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 */

/** @param {{letters: string, store: PageStore, session: Session<PageState>, learn(texts: Record<string, string>): void, t: Translate}} parts */
export function boardPlace(parts) {
  const { store, t } = parts;
  const element = h('div', { class: 'board-area', hidden: true });
  /** @type {Promise<HTMLElement> | null} */
  let coming = null;
  return {
    element,
    /** @param {PageState} state */
    update({ whiteboard: { open } }) {
      if (element.hidden !== open) return;
      set(element, 'hidden', !open);
      if (!open) {
        element.replaceChildren();
        return;
      }
      coming ??= fetchBoard(parts);
      coming.then(
        (board) => store.state.whiteboard.open && board.parentElement !== element && element.replaceChildren(board),
        () => {
          coming = null;
          store.dispatch({ type: 'notice', text: 'stage.board.missing', kind: 'warning' });
          store.dispatch({ type: 'whiteboard', open: false });
        },
      );
      element.replaceChildren(h('p', { class: 'board-coming', role: 'status' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), t('stage.board.coming')));
    },
    rest: () => element.replaceChildren(),
  };
}

/** @param {Parameters<typeof boardPlace>[0]} parts @returns {Promise<HTMLElement>} */
async function fetchBoard({ learn, ...parts }) {
  const [{ boardView }, texts] = await Promise.all([import('../whiteboard/board-view.js'), fetchTexts(), fetchStyle()]);
  // also for notices, which the meeting shows
  learn(texts);
  return boardView({ ...parts, veil: parts.session.links.veil });
}

/** They lie beside the module, in each language. @returns {Promise<Record<string, string>>} */
async function fetchTexts() {
  const answer = await fetch(new URL(`../whiteboard/board-view.${document.documentElement.lang}.json`, import.meta.url));
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @returns {Promise<void>} */
function fetchStyle() {
  return new Promise((done, failed) => {
    const link = h('link', { rel: 'stylesheet', href: new URL('../whiteboard/whiteboard.css', import.meta.url).href, onload: () => done(), onerror: () => failed(new Error('style')) });
    document.head.append(link);
  });
}
