import { h, icon, keyed, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { hue, initials } from '../ui/initials.js';
import { breakoutSection } from '../breakout/breakout-section.js';
import { ownRoom, roomName } from '../breakout/breakout.js';
import { waitingList } from '../door/waiting-list.js';
import { participantMenu } from '../moderation/participant-menu.js';
import { roomMenu } from '../moderation/room-menu.js';
import { HandsView } from '../reaction/hands-view.js';
import { mayModerate } from '../state/meeting.js';
import { reachWords } from './tile.js';

/**
 * Who is here, docked right.
 *
 * @import { MeetingState } from '../state/meeting.js'
 * @import { Participant } from '../protocol/messages.js'
 * @import { StageParts } from './stage-view.js'
 */
export class PeopleView extends HTMLElement {
  /** @type {Map<string, (state: MeetingState, participant: Participant) => void>} */
  #rows = new Map();
  #parts;
  #heading = h('h2', { id: 'people-heading', tabindex: -1 });
  #list = h('ul', {});
  #waiting;
  #breakout;
  #everybody;
  #room;

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, t } = parts;
    this.#waiting = waitingList(parts);
    this.#breakout = breakoutSection(parts);
    this.#room = roomMenu(parts);
    this.#everybody = h(
      'footer',
      {},
      button({ icon: 'mic-off', label: t('stage.moderate.mute-all'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'ask', ask: { what: 'mute-all' } }) }),
      this.#room,
    );
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-labelledby', 'people-heading');
    this.append(
      h('header', {}, this.#heading, button({ icon: 'close', label: t('stage.people.close'), kind: 'round', onClick: () => store.dispatch({ type: 'panel', panel: null }) })),
      button({ icon: 'invite', label: t('stage.invite'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'dialog', dialog: 'invite' }) }),
      this.#waiting.element,
      this.#breakout.element,
      new HandsView(parts),
      this.#list,
      this.#everybody,
    );
  }

  /** @param {MeetingState} state */
  update(state) {
    const open = state.panel === 'people';
    if (this.hidden === open) {
      set(this, 'hidden', !open);
      if (open) this.#heading.focus();
    }
    if (!open) return;
    this.#waiting.update(state);
    this.#breakout.update(state);
    set(this.#everybody, 'hidden', !mayModerate(state));
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
    const { t } = this.#parts;
    const avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
    const name = h('span', { class: 'person-name', dir: 'auto' });
    const note = h('span', { class: 'person-note' });
    const states = h('span', { class: 'person-states' }, icon('mic-off'), icon('camera-off'));
    const spoken = h('span', { class: 'off-screen' });
    const menu = participantMenu(this.#parts, participant.id, 'round');
    const row = h('li', { class: 'person' }, avatar, h('span', { class: 'person-words' }, name, note), states, spoken, menu);
    this.#rows.set(participant.id, (state, p) => {
      text(avatar, initials(p.name));
      avatar.style.setProperty('--hue', String(hue(p.name)));
      text(name, p.id === state.self ? t('stage.tile.you', p.name) : p.name);
      text(note, [noteOf(p, t), whereOf(p, state, t)].filter(Boolean).join(' · '));
      text(spoken, [!p.microphone && t('stage.tile.muted'), !p.camera && t('stage.tile.camera-off')].filter(Boolean).join(', '));
      set(row, 'data-microphone', p.microphone ? 'on' : 'off');
      set(row, 'data-camera', p.camera ? 'on' : 'off');
      set(row, 'data-speaking', state.speaking[p.id] && p.microphone);
      menu.rename(t('stage.menu.of', p.name));
      menu.refresh();
    });
    return row;
  }
}

customElements.define('plenum-people', PeopleView);

/** In which room, when it is another one. @param {Participant} p @param {MeetingState} state @param {StageParts['t']} t */
function whereOf(p, state, t) {
  const room = p.room ?? null;
  if (room === ownRoom(state)) return '';
  return room === null ? t('stage.breakout.main') : roomName(state, room);
}

/** @param {Participant} p @param {StageParts['t']} t */
function noteOf(p, t) {
  if (!p.connected) return t('stage.tile.reconnecting');
  const unreached = reachWords(p, t);
  if (unreached) return unreached;
  if (p.deviceOf) return t('stage.person.device');
  if (p.role === 'creator') return t('stage.role.creator');
  return p.role === 'moderator' ? t('stage.role.moderator') : '';
}
