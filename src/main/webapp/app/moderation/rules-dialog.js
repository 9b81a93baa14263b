import { generate } from '../session/passwords.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';

/**
 * Moderation of the room: who comes in, and what participants may do. One switch is one message, so that two moderators do not undo each
 * other's.
 *
 * @import { RoomSwitch } from '../protocol/moderation.js'
 * @import { Session } from '../session/session.js'
 * @import { Shared } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @type {Array<{heading: string, switches: RoomSwitch[]}>} */
const GROUPS = [
  { heading: 'stage.room.door', switches: ['lobby', 'locked', 'wait-for-moderator', 'start-muted', 'start-camera-off'] },
  { heading: 'stage.room.may', switches: ['unmute', 'camera', 'share', 'chat', 'reactions', 'reaction-sounds', 'rename'] },
];
const SHORTEST = 6;
const LONGEST = 64;

/** @param {{store: {readonly state: Shared}, session: Pick<Session<any>, 'send' | 'setPassword'>, withChat: boolean, leadAgain: () => void, t: Translate}} parts */
export function rulesContent({ store, session, withChat, leadAgain, t }) {
  /** @type {Map<RoomSwitch, HTMLInputElement>} */
  const toggles = new Map();
  const groups = GROUPS.map(({ heading, switches }) => h('fieldset', {}, h('legend', {}, t(heading)), ...switches.filter((name) => name !== 'chat' || withChat).map(toggle)));
  const password = passwordRow();
  const follow = h('input', { type: 'checkbox', id: 'room-follow', class: 'toggle', onchange: () => session.send({ type: 'lead', on: follow.checked }) });
  const again = button({ icon: 'right', label: t('stage.room.follow.again'), kind: 'button secondary', onClick: () => leadAgain() });
  groups[0].append(password.element);
  const together = h('fieldset', {}, h('legend', {}, t('stage.room.view')), row('room-follow', 'stage.room.follow', follow), again);
  const element = h('div', { class: 'room-dialog' }, ...groups, together);
  return {
    element,
    /** @param {Shared} state */
    update({ people, rules }) {
      for (const [name, box] of toggles) box.checked = rules.on.includes(name);
      password.update(rules.password);
      follow.checked = rules.leader !== null && rules.leader === people.self;
      set(again, 'hidden', !follow.checked);
    },
  };

  /** @param {RoomSwitch} name */
  function toggle(name) {
    const id = `room-${name}`;
    const box = h('input', { type: 'checkbox', id, class: 'toggle', onchange: () => session.send({ type: 'set-switch', which: name, on: box.checked }) });
    toggles.set(name, box);
    return row(id, `stage.room.${name}`, box);
  }

  /** @param {string} id @param {string} label @param {HTMLInputElement} box */
  function row(id, label, box) {
    return h('label', { class: 'toggle-row', for: id }, h('span', {}, t(label), h('small', {}, t(`${label}.text`))), box);
  }

  function passwordRow() {
    const state = h('p', { class: 'hint' });
    const refusal = h('p', { class: 'refusal', id: 'room-password-refusal', role: 'alert' });
    const field = h('input', { type: 'text', id: 'room-password', autocomplete: 'off', spellcheck: 'false', maxlength: LONGEST, 'aria-describedby': refusal.id });
    const make = button({ icon: 'key', label: t('stage.room.password.make'), kind: 'round', onClick: () => (field.value = generate()) });
    const apply = button({ icon: 'check', label: t('stage.room.password.set'), kind: 'button secondary', onClick: () => change(field.value.trim()) });
    const none = button({ icon: 'close', label: t('stage.room.password.none'), kind: 'button quiet', onClick: () => change('') });
    const box = h('div', { class: 'room-password' }, h('label', { for: field.id }, t('stage.room.password')), state, h('div', { class: 'field-row' }, field, make, apply), refusal, none);
    return {
      element: box,
      /** @param {boolean} isSet */
      update(isSet) {
        text(state, t(isSet ? 'stage.room.password.on' : 'stage.room.password.off'));
        set(none, 'hidden', !isSet);
      },
    };

    /** @param {string} typed */
    function change(typed) {
      const bad = typed !== '' && [...typed].length < SHORTEST;
      const empty = typed === '' && !store.state.rules.password;
      text(refusal, bad || empty ? t('stage.room.password.bad') : '');
      if (bad || empty) return;
      session.setPassword(typed);
      field.value = '';
    }
  }
}
