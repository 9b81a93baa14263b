import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { MenuButton } from '../ui/menu.js';
import { decides, mayInk, rulesOf } from './slice.js';

/**
 * What one draws with on a shared screen, and what the presenter and moderators decide.
 *
 * @import { InkDrawing } from '../protocol/ink.js'
 * @import { Send } from '../session/session.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { InkState, InkStore } from './slice.js'
 */

export const INK_COLORS = ['#e02f2f', '#ff8a00', '#ffd400', '#19b35a', '#1e88ff', '#b44cff', '#ffffff', '#101615'];
const FADES = [5, 10, 30, 0];

/** @param {{store: InkStore, send: Send, share: string, color: () => string, onColor: (color: string) => void, picture: boolean, hint: string, float: (() => void) | null, t: Translate}} parts `picture`: whether one can draw here, and not only decide; `hint`: what to know before one draws, or nothing; `float` opens the small window, where there is one */
export function inkTools({ store, send, share, color, onColor, picture, hint, float, t }) {
  const swatches = INK_COLORS.map((one, i) => {
    const swatch = h('button', { type: 'button', class: 'ink-swatch', 'aria-label': t(`stage.ink.color.${i}`), title: t(`stage.ink.color.${i}`), onclick: () => (onColor(one), update(store.state)) });
    swatch.style.setProperty('--swatch', one);
    return { one, swatch };
  });
  const rules = () => rulesOf(store.state, share);
  const change = (/** @type {Partial<import('./slice.js').InkRules>} */ part) => {
    const { fadeSeconds, drawing, frozen } = { ...rules(), ...part };
    send({ type: 'ink-rules', share, fadeSeconds, drawing, frozen });
  };
  const undo = button({ icon: 'reply', label: t('stage.ink.undo'), kind: 'round', onClick: () => send({ type: 'ink-undo', share }) });
  const clear = button({ icon: 'delete', label: t('stage.ink.clear'), kind: 'round', onClick: () => send({ type: 'ink-clear', share }) });
  const freeze = button({ icon: 'pin', label: t('stage.ink.freeze'), kind: 'round', onClick: () => change({ frozen: !rules().frozen }) });
  const more = new MenuButton({ icon: 'more', label: t('stage.ink.rules'), kind: 'round', items });
  const window = float && button({ icon: 'pip', label: t('stage.ink.window'), kind: 'round', onClick: float });
  const end = button({ icon: 'close', label: t('stage.ink.end'), kind: 'round', onClick: () => store.dispatch({ type: 'ink', on: null }) });
  const colors = h('div', { class: 'ink-colors', role: 'group', 'aria-label': t('stage.ink.colors') }, ...swatches.map(({ swatch }) => swatch));
  const note = h('span', { class: 'ink-note' });
  const dismiss = button({ icon: 'check', label: t('stage.ink.hint.close'), kind: 'round', onClick: () => set(told, 'hidden', true) });
  const told = h('p', { class: 'ink-hint', role: 'status', hidden: hint === '' }, h('span', {}, hint), dismiss);
  const element = h('div', { class: 'ink-tools', role: 'toolbar', 'aria-label': t('stage.ink.tools'), hidden: true }, told, colors, note, undo, clear, freeze, more, window, end);
  return { element, update };

  /** @param {InkState} state */
  function update(state) {
    const may = mayInk(state, share);
    const rights = decides(state, share);
    set(element, 'hidden', state.ink.on !== share);
    for (const { one, swatch } of swatches) set(swatch, 'aria-pressed', String(one === color()));
    set(colors, 'hidden', !may || !picture);
    set(undo, 'hidden', !picture);
    text(note, may ? '' : t('stage.ink.refused'));
    for (const one of [clear, freeze, more]) set(one, 'hidden', !rights);
    set(freeze, 'aria-pressed', String(rules().frozen));
    freeze.show(rules().frozen ? 'unpin' : 'pin', t(rules().frozen ? 'stage.ink.unfreeze' : 'stage.ink.freeze'));
  }

  /** @returns {MenuItem[]} */
  function items() {
    const now = rules();
    const fade = (/** @type {number} */ seconds) => ({ icon: 'clock', label: seconds === 0 ? t('stage.ink.keep') : t('stage.ink.fade', seconds), checked: now.fadeSeconds === seconds, run: () => change({ fadeSeconds: seconds }) });
    const who = (/** @type {InkDrawing} */ drawing) => ({ icon: 'pen', label: t(`stage.ink.drawing.${drawing}`), checked: now.drawing === drawing, run: () => change({ drawing }) });
    return [...FADES.map(fade), who('everybody'), who('moderators'), who('nobody')];
  }
}
