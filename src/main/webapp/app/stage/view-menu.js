import { button, check, choice } from '../ui/controls.js';
import { h, icon, set } from '../ui/dom.js';
import { TILE_CHOICES } from '../platform/preferences.js';
import { mayModerate } from '../state/people.js';
import { toggleFullscreen } from './tile-tools.js';

/**
 * How to look at the meeting: the layout, how many tiles, oneself, full screen. A popover: the browser closes it on Escape and on a click
 * elsewhere.
 *
 * @import { Send } from '../session/session.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { Layout } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @type {ReadonlyArray<{layout: Layout, symbol: string, text: string}>} */
const LAYOUTS = [
  { layout: 'auto', symbol: 'auto-view', text: 'stage.view.auto' },
  { layout: 'grid', symbol: 'grid', text: 'stage.view.grid' },
  { layout: 'speaker', symbol: 'speaker', text: 'stage.view.speaker' },
  { layout: 'side', symbol: 'side', text: 'stage.view.side' },
];

/** @param {{stage: HTMLElement, store: {dispatch(action: SharedAction): void}, send: Send, leadAgain: () => void, preferences: Preferences, t: Translate}} parts */
export function viewMenu({ stage, store, send, leadAgain, preferences, t }) {
  const radios = LAYOUTS.map(({ layout, symbol, text }) => {
    const input = h('input', { type: 'radio', name: 'view-layout', value: layout, onchange: () => store.dispatch({ type: 'layout', layout }) });
    return { layout, input, element: h('label', { class: 'view-choice' }, input, icon(symbol), h('span', {}, t(text))) };
  });
  const tiles = choice(t('stage.view.tiles'), (value) => preferences.change({ tiles: Number(value) }));
  const own = check(t('stage.view.self'), (selfView) => preferences.change({ selfView }));
  const mirror = check(t('stage.view.mirror'), (mirrored) => preferences.change({ mirror: mirrored }));
  const full = button({ icon: 'fullscreen', label: t('stage.view.fullscreen'), kind: 'button quiet', onClick: () => void toggleFullscreen(stage) });
  const lead = check(t('stage.view.lead'), (on) => send({ type: 'lead', on }));
  const again = button({ icon: 'right', label: t('stage.view.lead.again'), kind: 'button quiet', onClick: leadAgain });
  const element = h(
    'div',
    { class: 'view-menu', id: 'view-menu', popover: 'auto', role: 'dialog', 'aria-label': t('stage.layout') },
    h('fieldset', { class: 'view-layouts' }, h('legend', { class: 'off-screen' }, t('stage.layout')), ...radios.map((radio) => radio.element)),
    tiles,
    own,
    mirror,
    lead,
    again,
    document.fullscreenEnabled && full,
  );
  return {
    element,
    /** @param {Shared} state */
    update(state) {
      const { view, rules, people } = state;
      const { now } = preferences;
      const leads = rules.leader !== null && rules.leader === people.self;
      set(lead, 'hidden', !mayModerate(state));
      lead.show(leads);
      set(again, 'hidden', !leads);
      for (const { layout, input } of radios) input.checked = view.layout === layout;
      tiles.show(TILE_CHOICES.map((count) => ({ id: String(count), label: String(count) })), String(now.tiles));
      own.show(now.selfView);
      mirror.show(now.mirror);
      const filled = document.fullscreenElement !== null;
      full.show(filled ? 'fullscreen-exit' : 'fullscreen', t(filled ? 'stage.view.fullscreen.end' : 'stage.view.fullscreen'));
      set(full, 'aria-pressed', String(filled));
    },
  };
}
