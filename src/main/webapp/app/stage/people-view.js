import { roomName } from '../breakout/slice.js';
import { mayModerate, ownRoom } from '../state/people.js';
import { button } from '../ui/controls.js';
import { h, icon, keyed, set, text } from '../ui/dom.js';
import { hue, initials } from '../ui/initials.js';
import { reachWords } from './tile.js';

/**
 * The list of people, docked right.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { MenuButton } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @typedef {{element: HTMLElement, update(state: PageState): void}} Section
 * @typedef {object} PeopleParts
 * @property {PageStore} store
 * @property {readonly Section[]} sections above the list
 * @property {HTMLElement} hands
 * @property {(participant: string, kind: string) => MenuButton} menu what can be done about somebody
 * @property {() => void} openDesk
 * @property {Translate} t
 */
export class PeopleView extends HTMLElement {
  /** @type {Map<string, (state: PageState, participant: Participant) => void>} */
  #rows = new Map();
  #parts;
  #heading = h('h2', { id: 'people-heading', tabindex: -1 });
  #list = h('ul', {});
  #everybody;

  /** @param {PeopleParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, sections, hands, openDesk, t } = parts;
    this.#everybody = h(
      'footer',
      {},
      button({ icon: 'shield', label: t('stage.desk.open'), kind: 'button secondary', onClick: openDesk }),
    );
    this.setAttribute('role', 'complementary');
    this.setAttribute('aria-labelledby', 'people-heading');
    this.append(
      h('header', {}, this.#heading, button({ icon: 'close', label: t('stage.people.close'), kind: 'round', onClick: () => store.dispatch({ type: 'panel', panel: null }) })),
      button({ icon: 'invite', label: t('stage.invite'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'dialog', dialog: 'invite' }) }),
      ...sections.map((section) => section.element),
      hands,
      this.#list,
      this.#everybody,
    );
  }

  /** @param {PageState} state */
  update(state) {
    const { participants } = state.people;
    const open = state.view.panel === 'people';
    if (this.hidden === open) {
      set(this, 'hidden', !open);
      if (open) this.#heading.focus();
    }
    if (!open) return;
    for (const section of this.#parts.sections) section.update(state);
    set(this.#everybody, 'hidden', !mayModerate(state));
    text(this.#heading, this.#parts.t('stage.people.count', participants.length));
    keyed(
      this.#list,
      participants,
      (p) => p.id,
      (p) => this.#row(p),
      (_element, p) => this.#rows.get(p.id)?.(state, p),
    );
  }

  /** @param {Participant} participant */
  #row(participant) {
    const { menu: menuOf, t } = this.#parts;
    const avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
    const name = h('span', { class: 'person-name', dir: 'auto' });
    const note = h('span', { class: 'person-note' });
    const states = h('span', { class: 'person-states' }, icon('mic-off'), icon('camera-off'));
    const spoken = h('span', { class: 'off-screen' });
    const menu = menuOf(participant.id, 'round');
    const row = h('li', { class: 'person' }, avatar, h('span', { class: 'person-words' }, name, note), states, spoken, menu);
    this.#rows.set(participant.id, (state, p) => {
      text(avatar, initials(p.name));
      avatar.style.setProperty('--hue', String(hue(p.name)));
      text(name, p.id === state.people.self ? t('stage.tile.you', p.name) : p.name);
      text(note, [noteOf(p, t), p.admin ? t('stage.person.admin') : p.account && t('stage.person.account'), whereOf(p, state, t)].filter(Boolean).join(' · '));
      text(spoken, [!p.microphone && t('stage.tile.muted'), !p.camera && t('stage.tile.camera-off')].filter(Boolean).join(', '));
      set(row, 'data-microphone', p.microphone ? 'on' : 'off');
      set(row, 'data-camera', p.camera ? 'on' : 'off');
      set(row, 'data-speaking', state.people.speaking[p.id] && p.microphone);
      menu.rename(t('stage.menu.of', p.name));
      menu.refresh();
    });
    return row;
  }
}

customElements.define('plenum-people', PeopleView);

/** In which room, when it is another one. @param {Participant} p @param {PageState} state @param {Translate} t */
function whereOf(p, state, t) {
  const room = p.room ?? null;
  if (room === ownRoom(state)) return '';
  return room === null ? t('stage.breakout.main') : roomName(state, room);
}

/** @param {Participant} p @param {Translate} t */
function noteOf(p, t) {
  if (!p.connected) return t('stage.tile.reconnecting');
  const unreached = reachWords(p, t);
  if (unreached) return unreached;
  if (p.deviceOf) return t('stage.person.device');
  if (p.role === 'creator') return t('stage.role.creator');
  return p.role === 'moderator' ? t('stage.role.moderator') : '';
}
