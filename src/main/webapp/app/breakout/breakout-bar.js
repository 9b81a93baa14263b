import { button } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { mayModerate, ownRoom } from '../state/people.js';
import { hasCalled, roomName } from './slice.js';
import { TimeLeft, clock } from '../ui/time-left.js';

/**
 * Above the tiles: which room this is, how long it stays open, the way back, and the call for help.
 *
 * @import { Send } from '../session/session.js'
 * @import { BreakoutStore, BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

const SOON = 60;

/** @param {{store: BreakoutStore, send: Send, t: Translate}} parts */
export function breakoutBar({ store, send, t }) {
  const name = h('span', { class: 'breakout-name', dir: 'auto' });
  const time = h('span', { class: 'breakout-time', role: 'timer' });
  const help = button({ icon: 'hand', label: t('stage.breakout.help'), kind: 'button secondary', onClick: () => send({ type: 'breakout-help', needed: !hasCalled(store.state) }) });
  const back = button({ icon: 'home', label: t('stage.breakout.back'), short: t('stage.breakout.main'), kind: 'button secondary', onClick: () => send({ type: 'breakout-go' }) });
  const element = h('div', { class: 'breakout-bar', role: 'group', 'aria-label': t('stage.breakout'), hidden: true }, icon('rooms'), name, time, help, back);
  const left = new TimeLeft(tick);
  return {
    element,
    rest: () => left.rest(),
    /** @param {BreakoutView} state */
    update(state) {
      const here = ownRoom(state);
      const { open } = state.breakout;
      set(element, 'hidden', here === null && !(open && mayModerate(state)));
      text(name, here === null ? t('stage.breakout.are-open') : roomName(state, here));
      set(back, 'hidden', here === null);
      set(help, 'hidden', here === null || mayModerate(state));
      const called = hasCalled(state);
      help.show(called ? 'check' : 'hand', t(called ? 'stage.breakout.help.called' : 'stage.breakout.help'));
      set(help, 'aria-pressed', String(called));
      left.told(state.breakout.left);
      tick();
    },
  };

  function tick() {
    const seconds = left.now;
    set(time, 'hidden', seconds === null);
    if (seconds === null) return;
    text(time, clock(seconds));
    set(time, 'aria-label', t('stage.breakout.left', clock(seconds)));
    set(time, 'data-soon', seconds <= SOON);
  }
}
