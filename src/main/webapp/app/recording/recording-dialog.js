import { pathTo } from '../platform/pages.js';
import { mayModerate } from '../state/people.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { isUnderWay } from './slice.js';

/**
 * Everything about the recording: beginning and ending it, how it is, and whether the reader is in it.
 *
 * @import { RecordingLayout } from '../protocol/recording.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { RecordingActions } from './actions.js'
 * @import { Health, Place, RecordingStore, RecordingView, Start } from './slice.js'
 * @typedef {RecordingView & {secrecy: {readonly on: boolean}}} DialogView
 */

/** @type {readonly RecordingLayout[]} */
const LAYOUTS = ['speaker', 'grid', 'presentation'];

/** @param {{store: RecordingStore, actions: RecordingActions, t: Translate}} parts */
export function recordingContent({ store, actions, t }) {
  const lead = h('p', { class: 'lead' });
  const layouts = layoutField((layout) => store.state.recording.on && actions.layOut(layout), t);
  const place = placeField((chosen) => actions.choose(chosen), t);
  const right = h('a', { target: '_blank' }, t('stage.recording.right'));
  const rightRow = h('p', { class: 'hint' }, `${t('stage.recording.right.text')} `, right);
  let open = false;
  const trouble = h('p', { class: 'refusal', role: 'alert' });
  const start = button({ icon: 'record', label: t('stage.recording.start'), kind: 'button primary', onClick: () => void actions.start(layouts.chosen()) });
  const signIn = button({ icon: 'person', label: t('stage.recording.sign-in'), kind: 'button primary', onClick: () => actions.signIn(layouts.chosen()) });
  const stop = button({ icon: 'close', label: t('stage.recording.stop'), kind: 'button danger-fill', onClick: () => store.dispatch({ type: 'ask', ask: { what: 'stop-recording' } }) });
  const own = h('input', { type: 'checkbox', class: 'toggle', id: 'recording-own', onchange: () => actions.consent(own.checked) });
  const ownRow = h('label', { class: 'toggle-row', for: own.id }, h('span', {}, t('stage.recording.own'), h('small', {}, t('stage.recording.own.text'))), own);
  const health = h('dl', { class: 'link-figures' });
  const link = h('a', { class: 'button quiet', href: pathTo('/recordings'), target: '_blank' }, t('stage.recording.list'));
  return {
    element: h('div', { class: 'recording-dialog' }, lead, ownRow, rightRow, layouts.element, place.element, health, trouble, h('div', { class: 'actions' }, link, signIn, start, stop)),
    /** @param {DialogView} state */
    update(state) {
      const was = open;
      open = state.view.dialog === 'recording';
      if (!open) return;
      const { recording } = state;
      const moderates = mayModerate(state);
      const { on, start: wish } = recording;
      const encrypted = state.secrecy.on;
      if (!was && !on && moderates && !encrypted) void actions.look();
      place.show(recording.places);
      set(place.element, 'hidden', on || !moderates || recording.places.length < 2);
      set(right, 'href', recording.right ? pathTo(`/consent#${recording.right}`) : null);
      set(rightRow, 'hidden', !recording.right);
      text(lead, t(on ? 'stage.recording.lead.on' : wish === 'sign-in' || wish === 'signing-in' ? 'stage.recording.lead.sign-in' : 'stage.recording.lead', recording.by));
      set(ownRow, 'hidden', !on);
      own.checked = recording.choice === 'given';
      layouts.show(recording.layout, on);
      set(layouts.element, 'hidden', !moderates || encrypted);
      health.replaceChildren(...(moderates && recording.health ? figures(recording.health, t) : []));
      set(health, 'hidden', health.childElementCount === 0);
      text(trouble, encrypted ? t('stage.recording.refused.encrypted') : troubleOf(recording, t));
      set(signIn, 'hidden', on || encrypted || !moderates || wish !== 'sign-in');
      set(start, 'hidden', on || encrypted || !moderates || wish === 'sign-in' || wish === 'signing-in');
      set(start, 'aria-busy', isUnderWay(wish) ? 'true' : null);
      set(stop, 'hidden', !on || !moderates);
      set(link, 'hidden', recording.end === null || !moderates);
    },
  };
}

/** @param {(layout: RecordingLayout) => void} onChoice @param {Translate} t */
function layoutField(onChoice, t) {
  const boxes = LAYOUTS.map((layout) => h('input', { type: 'radio', name: 'recording-layout', id: `recording-${layout}`, value: layout, onchange: () => onChoice(layout) }));
  const rows = boxes.map((box) => h('label', { class: 'choice-row', for: box.id }, box, h('span', {}, t(`stage.recording.layout.${box.value}`))));
  boxes[0].checked = true;
  const chosen = () => /** @type {RecordingLayout} */ (boxes.find((box) => box.checked)?.value ?? 'speaker');
  return {
    element: h('fieldset', {}, h('legend', {}, t('stage.recording.layout')), ...rows),
    chosen,
    /** @param {RecordingLayout} layout @param {boolean} on */
    show(layout, on) {
      for (const box of boxes) if (on) box.checked = box.value === layout;
    },
  };
}

/** @param {(place: Place | null) => void} onChoice @param {Translate} t */
function placeField(onChoice, t) {
  const list = h('select', { id: 'recording-place' });
  /** @type {readonly Place[]} */
  let known = [];
  list.addEventListener('change', () => onChoice(known[list.selectedIndex] ?? null));
  return {
    element: h('div', { class: 'field' }, h('label', { class: 'field-label', for: list.id }, t('stage.recording.place')), list),
    /** @param {readonly Place[]} places */
    show(places) {
      if (places === known) return;
      const same = places.length === known.length && places.every(({ drive, folder }, i) => drive === known[i].drive && folder === known[i].folder);
      known = places;
      if (same) return;
      list.replaceChildren(...places.map(({ name }) => h('option', {}, name || t('stage.recording.place.own'))));
      onChoice(null);
    },
  };
}

/** @param {{start: Start | null, why: string}} recording @param {Translate} t */
function troubleOf({ start, why }, t) {
  if (start === null || isUnderWay(start) || start === 'sign-in') return '';
  return start === 'not-allowed' && why ? why : t(`stage.recording.refused.${start}`);
}

/** @param {Health} health @param {Translate} t */
function figures({ megabytes, behind, silent, roomMegabytes, composing, consenting, declining }, t) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const size = (/** @type {number} */ mega) => t('stage.recording.megabytes', numbers.format(mega));
  const all = [
    [t('stage.recording.health.size'), size(megabytes)],
    [t('stage.recording.health.frame'), t('stage.recording.seconds', silent)],
    [t('stage.recording.health.behind'), composing ? t('stage.recording.seconds', behind) : t('stage.recording.health.away')],
    [t('stage.recording.health.room'), size(roomMegabytes)],
    [t('stage.recording.health.people'), t('stage.recording.people', consenting, declining)],
  ];
  return all.map(([topic, value]) => h('div', {}, h('dt', {}, topic), h('dd', {}, value)));
}
