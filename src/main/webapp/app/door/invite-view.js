import { h, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { copy } from '../ui/clipboard.js';
import { deviceLink } from './device-link.js';

/**
 * How others get in: link, code, and a whole invitation to paste.
 *
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { DoorStore, DoorView } from './slice.js'
 */

const COPIED_FOR = 2500;

/** @param {{store: DoorStore, session: Pick<Session<any>, 'send' | 'password' | 'links'>, t: Translate}} parts */
export function inviteContent({ store, session, t }) {
  const device = deviceLink({ session, t });
  const locked = h('p', { class: 'hint', hidden: true }, t('stage.invite.password'));
  const link = line(t('stage.invite.link'), 'link');
  const code = line(t('stage.invite.code'), 'code');
  const said = h('p', { class: 'said', role: 'status' });
  const all = copyButton('copy', t('stage.invite.copy'), 'button primary', () => {
    const { name, code: digits } = store.state.stay.meeting;
    const words = t('stage.invite.text', name, session.links.meeting, digits);
    return session.password ? `${words}\n${t('stage.invite.text.password', session.password)}` : words;
  });
  const element = h('div', { class: 'invite' }, h('p', {}, t('stage.invite.lead')), link.element, code.element, locked, all, said, device.element);
  return {
    element,
    /** @param {DoorView} state */
    update(state) {
      const { meeting } = state.stay;
      link.show(session.links.meeting);
      code.show(meeting.code);
      set(locked, 'hidden', !state.rules.password);
      device.update(state);
    },
  };

  /** @param {string} label @param {'link' | 'code'} field */
  function line(label, field) {
    const value = h('output', { class: `invite-value ${field}` });
    const row = h(
      'div',
      { class: 'invite-line' },
      h('span', { class: 'invite-label' }, label),
      value,
      copyButton('copy', t(field === 'link' ? 'stage.invite.copy.link' : 'stage.invite.copy.code'), 'round', () => (field === 'link' ? session.links.meeting : store.state.stay.meeting.code)),
    );
    return { element: row, show: (/** @type {string} */ words) => text(value, words) };
  }

  /** @param {string} symbol @param {string} label @param {string} kind @param {() => string} what */
  function copyButton(symbol, label, kind, what) {
    const element = button({
      icon: symbol,
      label,
      kind,
      onClick: async () => {
        const done = await copy(what());
        text(said, t(done ? 'stage.invite.copied' : 'stage.invite.not-copied'));
        element.show(done ? 'check' : symbol, label);
        window.setTimeout(() => {
          element.show(symbol, label);
          text(said, '');
        }, COPIED_FOR);
      },
    });
    return element;
  }
}
