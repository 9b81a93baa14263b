import { troublesOf } from '../media/link.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { actionsOn } from './actions-on.js';
import { nameOf } from '../state/people.js';

/**
 * How somebody is connected, for moderators: what is wrong in plain words, what helps, and the figures.
 *
 * @import { LinkQuality } from '../protocol/stream.js'
 * @import { LinkTrouble } from '../media/link.js'
 * @import { Send } from '../session/session.js'
 * @import { Shared } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** The troubles that turning the camera off can relieve. @type {readonly LinkTrouble[]} */
const CAMERA_HELPS = ['lost-up', 'lost-down', 'slow', 'small'];

/** @param {{store: {readonly state: Shared}, send: Send, t: Translate}} parts */
export function linkContent({ store, send, t }) {
  const name = h('p', { class: 'lead', dir: 'auto' });
  const words = h('div', { class: 'link-words', role: 'status' });
  const figures = h('dl', { class: 'link-figures' });
  const stop = button({
    icon: 'camera-off',
    label: t('stage.moderate.stop-video'),
    kind: 'button secondary',
    onClick: () => {
      const { linkOf } = store.state.view;
      if (linkOf) send({ type: 'stop-video', participant: linkOf });
    },
  });
  let shown = '';
  return {
    element: h('div', { class: 'somebodys-link' }, name, words, stop, figures),
    /** @param {Shared} state */
    update(state) {
      const { dialog, linkOf } = state.view;
      if (dialog !== 'link' || !linkOf) return;
      const participant = state.people.participants.find((p) => p.id === linkOf);
      const link = state.media.links[linkOf];
      const troubles = participant ? troublesOf(link, participant.reach, participant.camera) : [];
      const key = JSON.stringify([linkOf, participant, link]);
      if (key === shown) return;
      shown = key;
      text(name, nameOf(state, linkOf));
      words.replaceChildren(...diagnosis(link, troubles, t));
      set(stop, 'hidden', !participant || !actionsOn(state, participant).stopVideo || !troubles.some((one) => CAMERA_HELPS.includes(one)));
      figures.replaceChildren(...rows(link, t));
      set(figures, 'hidden', figures.childElementCount === 0);
    },
  };
}

/** @param {LinkQuality | undefined} link @param {readonly LinkTrouble[]} troubles @param {Translate} t */
function diagnosis(link, troubles, t) {
  if (troubles.length === 0) return [h('p', {}, t(link ? 'stage.link.well' : 'stage.link.unknown'))];
  return troubles.map((one) => h('p', {}, h('strong', {}, t(`stage.link.trouble.${one}`)), ' ', t(`stage.link.help.${one}`)));
}

/** @param {LinkQuality | undefined} link @param {Translate} t */
function rows(link, t) {
  // where nothing flows, there is nothing to measure
  if (!link || link.path === 'none') return [];
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const rate = (/** @type {number} */ kbps) => t('stage.check.value.rate', numbers.format(kbps / 1000));
  const percent = (/** @type {number} */ share) => t('stage.check.value.percent', numbers.format(share / 10));
  const all = [
    [t('stage.check.topic.path'), t(`stage.check.value.path.${link.path}`)],
    [t('stage.check.topic.round-trip'), t('stage.check.value.millis', link.roundTrip)],
    [t('stage.link.up'), `${rate(link.up)}, ${t('stage.link.lost', percent(link.lostUp))}`],
    [t('stage.link.down'), `${rate(link.down)}, ${t('stage.link.lost', percent(link.lostDown))}`],
    [t('stage.link.picture'), link.height ? t('stage.link.lines', link.height) : t('stage.link.none')],
  ];
  return all.map(([topic, value]) => h('div', {}, h('dt', {}, topic), h('dd', {}, value)));
}
