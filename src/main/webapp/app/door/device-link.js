import { button } from '../ui/controls.js';
import { copy } from '../ui/clipboard.js';
import { h, set, text } from '../ui/dom.js';

/**
 * In with a second device: a link and its QR code, good once and for some minutes.
 *
 * @import { DeviceLink } from '../protocol/door.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { DoorView } from './slice.js'
 */

const SVG = 'http://www.w3.org/2000/svg';
const QUIET_ZONE = 4;

/** @param {{session: Pick<Session<any>, 'send' | 'links'>, t: Translate}} parts */
export function deviceLink({ session, t }) {
  /** @type {DeviceLink | null} */
  let shown = null;
  const code = h('div', { class: 'qr' });
  const said = h('p', { class: 'said', role: 'status' });
  const words = h('p', { class: 'hint' });
  const copyLink = button({ icon: 'copy', label: t('stage.device-link.copy'), kind: 'button secondary', onClick: () => void copied() });
  const result = h('div', { class: 'device-link-result', hidden: true }, code, words, copyLink, said);
  const make = button({ icon: 'link', label: t('stage.device-link.make'), kind: 'button secondary', onClick: () => session.send({ type: 'link-device' }) });
  const element = h('details', { class: 'fold' }, h('summary', {}, t('stage.device-link')), h('p', {}, t('stage.device-link.lead')), make, result);
  return {
    element,
    /** @param {DoorView} state */
    update({ door: { deviceLink: link } }) {
      if (link === shown) return;
      shown = link;
      set(result, 'hidden', !link);
      if (!link) return;
      // the server that draws the picture does not know the key that belongs into the link
      set(code, 'hidden', session.links.haveKey);
      if (!session.links.haveKey) code.replaceChildren(picture(link, t('stage.device-link.qr')));
      text(words, t('stage.device-link.good-for', Math.round(link.seconds / 60)));
      text(said, '');
    },
  };

  async function copied() {
    const done = await copy(shown ? session.links.device(shown.link) : '');
    text(said, t(done ? 'stage.invite.copied' : 'stage.invite.not-copied'));
  }
}

/** @param {DeviceLink} link @param {string} label */
function picture({ qr, size }, label) {
  const svg = document.createElementNS(SVG, 'svg');
  const side = size + 2 * QUIET_ZONE;
  svg.setAttribute('viewBox', `${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', qr);
  svg.append(path);
  return svg;
}
