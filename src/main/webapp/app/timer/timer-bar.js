import { h, icon, set, text } from '../ui/dom.js';
import { TimeLeft, clock } from '../ui/time-left.js';
import { isOver, nameOf } from './slice.js';

/**
 * Above the tiles, quietly: the current part of the agenda and what is left of it.
 *
 * @import { TimerView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

const SOON = 60;

/** @param {{t: Translate}} parts */
export function timerBar({ t }) {
  const name = h('span', { class: 'timer-name', dir: 'auto' });
  const time = h('span', { class: 'timer-time', role: 'timer' });
  const element = h('div', { class: 'timer-bar', role: 'group', 'aria-label': t('stage.timer'), hidden: true }, icon('timer'), name, time);
  const left = new TimeLeft(tick);
  /** @type {TimerView['timer'] | null} */
  let shown = null;
  return {
    element,
    rest: () => left.rest(),
    /** @param {TimerView} state */
    update({ timer }) {
      if (timer === shown) return;
      shown = timer;
      set(element, 'hidden', timer.parts.length === 0);
      set(element, 'data-over', isOver(timer));
      text(name, isOver(timer) ? t('stage.timer.over') : nameOf(timer));
      set(name, 'hidden', name.textContent === '');
      left.told(timer.parts.length === 0 || isOver(timer) ? null : timer.left);
      if (timer.paused) left.rest();
      tick();
    },
  };

  function tick() {
    const seconds = shown?.paused ? shown.left.seconds : left.now;
    set(time, 'hidden', seconds === null);
    if (seconds === null) return;
    text(time, clock(seconds));
    set(time, 'aria-label', t(shown?.paused ? 'stage.timer.paused' : 'stage.timer.left', clock(seconds)));
    set(element, 'data-soon', seconds <= SOON);
    set(element, 'data-paused', shown?.paused ?? false);
  }
}
