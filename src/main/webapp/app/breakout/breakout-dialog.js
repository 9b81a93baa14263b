import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { peoplePart } from './people-part.js';
import { roomsPart } from './rooms-part.js';
import { TimeLeft, clock } from '../ui/time-left.js';

/**
 * Where moderators prepare the rooms, open them, and bring everybody back.
 *
 * @import { Send } from '../session/session.js'
 * @import { BreakoutStore, BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];
const LONGEST_ANNOUNCEMENT = 500;
const SOON = 60;

/** @param {{store: BreakoutStore, send: Send, t: Translate}} parts */
export function breakoutContent(parts) {
  const { store, send, t } = parts;
  const rooms = roomsPart(parts);
  const people = peoplePart(parts);
  const choose = h('input', { type: 'checkbox', id: 'breakout-choose', class: 'toggle', onchange: () => store.state.breakout.open && open(untilNow()) });
  const minutes = h('select', { id: 'breakout-minutes' }, h('option', { value: '' }, t('stage.breakout.no-end')), ...MINUTES.map((m) => h('option', { value: m }, t('stage.breakout.minutes', m))));
  const start = button({ icon: 'rooms', label: t('stage.breakout.open'), kind: 'button primary', onClick: () => open(minutes.value ? Number(minutes.value) * 60 : undefined) });
  const change = button({ icon: 'clock', label: t('stage.breakout.change-end'), kind: 'button secondary', onClick: () => open(minutes.value ? Number(minutes.value) * 60 : undefined) });
  const soon = button({ icon: 'clock', label: t('stage.breakout.close-soon'), kind: 'button secondary', onClick: () => open(SOON) });
  const close = button({ icon: 'home', label: t('stage.breakout.close'), kind: 'button danger-fill', onClick: () => send({ type: 'breakout-close' }) });
  const time = h('p', { class: 'hint' });
  const left = new TimeLeft(tick);
  const how = h(
    'fieldset',
    {},
    h('legend', {}, t('stage.breakout.how')),
    h('label', { class: 'toggle-row', for: choose.id }, h('span', {}, t('stage.breakout.choose'), h('small', {}, t('stage.breakout.choose.text'))), choose),
    h('label', { class: 'choice breakout-minutes', for: minutes.id }, h('span', {}, t('stage.breakout.end')), minutes),
    time,
    change,
  );
  const announce = announcement();
  const actions = h('div', { class: 'actions' }, start, soon, close);
  const element = h('div', { class: 'room-dialog breakout-dialog' }, h('p', { class: 'lead' }, t('stage.breakout.lead')), rooms.element, people.element, how, announce, actions);
  let opened = false;
  return {
    element,
    rest: () => left.rest(),
    /** @param {BreakoutView} state */
    update(state) {
      left.told(state.breakout.left);
      if (state.view.dialog !== 'breakout') return;
      const { breakout } = state;
      const none = breakout.rooms.length === 0;
      rooms.update(state);
      people.update(state);
      for (const part of [people.element, how, actions]) set(part, 'hidden', none);
      set(announce, 'hidden', !breakout.open);
      set(start, 'hidden', breakout.open);
      for (const part of [soon, close, change]) set(part, 'hidden', !breakout.open);
      if (breakout.open || opened !== breakout.open) choose.checked = breakout.choose;
      opened = breakout.open;
      tick();
    },
  };

  /** @param {number | undefined} seconds */
  function open(seconds) {
    send({ type: 'breakout-open', choose: choose.checked, seconds });
  }

  /** The end stays as it is. */
  function untilNow() {
    return left.now === null ? undefined : Math.max(1, Math.round(left.now));
  }

  function tick() {
    const { breakout } = store.state;
    text(time, !breakout.open ? t('stage.breakout.end.text') : left.now === null ? t('stage.breakout.no-end') : t('stage.breakout.left', clock(left.now)));
  }

  function announcement() {
    const field = h('input', { type: 'text', id: 'breakout-announce', autocomplete: 'off', maxlength: LONGEST_ANNOUNCEMENT, dir: 'auto' });
    const sendIt = button({ icon: 'send', label: t('stage.breakout.announce.send'), kind: 'round', onClick: say });
    return h('form', { class: 'breakout-announce', onsubmit: say }, h('label', { for: field.id }, t('stage.breakout.announce')), h('div', { class: 'field-row' }, field, sendIt));

    /** @param {Event} event */
    function say(event) {
      event.preventDefault();
      const said = field.value.trim();
      set(field, 'aria-invalid', said === '' ? 'true' : null);
      if (said === '' || !send({ type: 'breakout-announce', text: said })) return;
      field.value = '';
    }
  }
}
