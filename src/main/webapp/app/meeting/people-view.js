import { h, icon, keyed, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { hue, initials } from '../ui/initials.js';
import { HandsView } from '../reaction/hands-view.js';
import { mayModerate } from './meeting.js';

/**
 * Who is here, docked right.
 *
 * @import { MeetingState } from './meeting.js'
 * @import { Participant } from '../protocol/messages.js'
 * @import { StageParts } from '../stage-view.js'
 */
export class PeopleView extends HTMLElement {
  /** @type {Map<string, (state: MeetingState, participant: Participant) => void>} */
  #rows = new Map();
  #parts;
  #heading = h('h2', { id: 'people-heading', tabindex: -1 });
  #list = h('ul', {});

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, t } = parts;
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-labelledby', 'people-heading');
    this.append(
      h('header', {}, this.#heading, button({ icon: 'close', label: t('stage.people.close'), kind: 'round', onClick: () => store.dispatch({ type: 'panel', panel: null }) })),
      button({ icon: 'invite', label: t('stage.invite'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'dialog', dialog: 'invite' }) }),
      new HandsView(parts),
      this.#list,
    );
  }

  /** @param {MeetingState} state */
  update(state) {
    const open = state.panel === 'people';
    if (this.hidden === open) {
      this.hidden = !open;
      if (open) this.#heading.focus();
    }
    if (!open) return;
    text(this.#heading, this.#parts.t('stage.people.count', state.participants.length));
    keyed(
      this.#list,
      state.participants,
      (p) => p.id,
      (p) => this.#row(p),
      (_element, p) => this.#rows.get(p.id)?.(state, p),
    );
  }

  /** @param {Participant} participant */
  #row(participant) {
    const { t, session } = this.#parts;
    const avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
    const name = h('span', { class: 'person-name', dir: 'auto' });
    const note = h('span', { class: 'person-note' });
    const states = h('span', { class: 'person-states' }, icon('mic-off'), icon('camera-off'));
    const spoken = h('span', { class: 'off-screen' });
    const mute = button({ icon: 'mic', label: t('stage.people.mute', participant.name), kind: 'round mute', onClick: () => session.mute(participant.id) });
    const row = h('li', { class: 'person' }, avatar, h('span', { class: 'person-words' }, name, note), states, spoken, mute);
    this.#rows.set(participant.id, (state, p) => {
      text(avatar, initials(p.name));
      avatar.style.setProperty('--hue', String(hue(p.name)));
      text(name, p.id === state.self ? t('stage.tile.you', p.name) : p.name);
      text(note, noteOf(p, t));
      text(spoken, [!p.microphone && t('stage.tile.muted'), !p.camera && t('stage.tile.camera-off')].filter(Boolean).join(', '));
      set(row, 'data-microphone', p.microphone ? 'on' : 'off');
      set(row, 'data-camera', p.camera ? 'on' : 'off');
      set(row, 'data-speaking', state.speaking[p.id] && p.microphone);
      mute.hidden = !mayModerate(state) || p.id === state.self || !p.microphone;
    });
    return row;
  }
}

customElements.define('plenum-people', PeopleView);

/** @param {Participant} p @param {StageParts['t']} t */
function noteOf(p, t) {
  if (!p.connected) return t('stage.tile.reconnecting');
  if (p.role === 'creator') return t('stage.role.creator');
  return p.role === 'moderator' ? t('stage.role.moderator') : '';
}
