import { h, icon, changeIcon, set, text } from '../ui/dom.js';

/**
 * The banner about the connection: what fails, what still works, and what to do.
 *
 * @import { Shared } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 * @typedef {{key: string, icon: string, words: string, action: string | null, run: () => void}} Banner
 */

/** A short interruption is over before anybody has read about it. */
const PATIENCE = 700;

/**
 * @param {{t: Translate, tryNow: () => void, play: () => void, help: () => void}} parts
 */
export function bannerView({ t, tryNow, play, help }) {
  const symbol = icon('info');
  const words = h('span', {});
  /** @type {Banner | null} */
  let shown = null;
  const action = h('button', { type: 'button', class: 'button secondary', onclick: () => shown?.run() });
  const element = h('div', { class: 'banner', role: 'status', hidden: true }, symbol, words, action);
  /** @type {number | undefined} */
  let timer;
  return {
    element,
    /** @param {Shared} state */
    update(state) {
      const before = shown?.key;
      shown = bannerOf(state);
      if (shown?.key === before) return;
      clearTimeout(timer);
      if (shown === null) set(element, 'hidden', true);
      else if (element.hidden) timer = window.setTimeout(show, PATIENCE);
      else show();
    },
  };

  function show() {
    if (!shown) return;
    set(element, 'data-kind', shown.key);
    changeIcon(symbol, shown.icon);
    text(words, shown.words);
    set(action, 'hidden', shown.action === null);
    text(action, shown.action ?? '');
    set(element, 'hidden', false);
  }
  /** The most urgent one. @param {Shared} state @returns {Banner | null} */
  function bannerOf({ stay, media }) {
    if (stay.connection !== 'open') {
      return { key: 'reconnecting', icon: 'warning', words: t('stage.connection.lost'), action: t('stage.connection.try'), run: tryNow };
    }
    if (!media.available) return { key: 'media', icon: 'warning', words: t('stage.media.unavailable'), action: null, run: tryNow };
    if (media.reach === 'blocked') return { key: 'blocked', icon: 'warning', words: t('stage.media.blocked'), action: t('stage.media.help'), run: help };
    if (media.reach === 'unsupported') return { key: 'unsupported', icon: 'info', words: t('stage.media.unsupported'), action: t('stage.media.help'), run: help };
    if (media.soundBlocked) return { key: 'sound', icon: 'volume', words: t('stage.sound.blocked'), action: t('stage.sound.play'), run: play };
    return null;
  }
}
