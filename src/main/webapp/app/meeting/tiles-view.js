import { h, keyed, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { grid, speaker } from './layout.js';
import { others } from './meeting.js';
import { assignSlots, seating, wishes } from './seating.js';
import { SoundOutput } from './sound-output.js';
import { Tile } from './tile.js';
import { positionOf } from '../reaction/hands.js';

/**
 * The tiles: who is where, what plays in them, and what is asked of the server for it.
 *
 * @import { MeetingState } from './meeting.js'
 * @import { StageParts } from '../stage-view.js'
 * @import { Rect } from './layout.js'
 * @import { Seating } from './seating.js'
 */

const ASK_AFTER = 150;
const HIDDEN_AFTER = 5000;

export class TilesView extends HTMLElement {
  /** @type {Map<string, Tile>} */
  #tiles = new Map();
  /** @type {Map<string, number>} */
  #slots = new Map();
  /** @type {Map<string, Rect>} */
  #rects = new Map();
  /** @type {string | null} */
  #large = null;
  #ownStream = new MediaStream();
  #hidden = false;
  /** @type {number | undefined} */
  #asking;
  /** @type {number | undefined} */
  #hiding;
  #parts;
  #sound;
  #board = h('div', { class: 'tiles' });
  #pager;
  #pageText = h('span', {});
  #observer = new ResizeObserver(() => this.#update());
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, session, local, t } = parts;
    this.#sound = new SoundOutput(local, (blocked) => store.dispatch({ type: 'sound-blocked', blocked }));
    const turn = (/** @type {number} */ by) => () => store.dispatch({ type: 'page', page: store.state.page + by });
    this.#pager = h(
      'nav',
      { class: 'pager', 'aria-label': t('stage.pages') },
      button({ icon: 'previous', label: t('stage.pages.previous'), kind: 'round', onClick: turn(-1) }),
      this.#pageText,
      button({ icon: 'next', label: t('stage.pages.next'), kind: 'round', onClick: turn(1) }),
    );
    this.append(this.#board, this.#pager, this.#sound.element);
    const listen = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {() => void} */ run) => {
      target.addEventListener(type, run);
      return () => target.removeEventListener(type, run);
    };
    this.#starts = () => [
      store.subscribe(() => this.#update()),
      this.#watchHands(),
      local.onChange(() => this.#update()),
      listen(session, 'streams', () => this.#update()),
      listen(session, 'entered', () => this.#ask(0)),
      listen(document, 'visibilitychange', () => this.#visibility()),
    ];
  }

  /** Chat and polls change nothing here. */
  #watchHands() {
    const { store } = this.#parts.desk;
    let { hands } = store.state;
    return store.subscribe((talk) => {
      if (talk.hands === hands) return;
      hands = talk.hands;
      this.#update();
    });
  }

  /** @type {() => Array<() => void>} */
  #starts;

  connectedCallback() {
    this.#observer.observe(this.#board);
    this.#ends = this.#starts();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#ends.splice(0).forEach((end) => end());
    clearTimeout(this.#asking);
    clearTimeout(this.#hiding);
  }

  /** The click that a browser wants before it plays sound. */
  playAll() {
    this.#sound.playAll(this);
  }

  #update() {
    const { state } = this.#parts.store;
    const size = { width: this.#board.clientWidth, height: this.#board.clientHeight };
    if (state.phase !== 'meeting' || size.width === 0) return;
    if (state.dominant && state.dominant !== state.self) this.#large = state.dominant;
    const seats = seating(state, size, this.#large);
    const rects = state.layout === 'speaker' && others(state).length > 0 ? speaker(seats.order.length, size) : grid(seats.order.length, size);
    this.#rects = new Map(seats.order.map((id, i) => [id, rects[i]]));
    this.#slots = assignSlots(this.#slots, seats.order.filter((id) => id !== state.self), state.limits.slots);
    this.#draw(state, seats);
    this.#sound.update(state, this.#parts.session.streams);
    this.#ask(ASK_AFTER);
  }

  /** @param {MeetingState} state @param {Seating} seats */
  #draw(state, seats) {
    const participants = seats.order.flatMap((id) => state.participants.filter((p) => p.id === id));
    keyed(
      this.#board,
      participants,
      (p) => p.id,
      (p) => this.#make(p.id),
      (_element, p) => this.#tiles.get(p.id)?.update(this.#model(state, p)),
    );
    for (const id of this.#tiles.keys()) if (!this.#rects.has(id)) this.#tiles.delete(id);
    this.#pager.hidden = seats.pages < 2;
    text(this.#pageText, this.#parts.t('stage.pages.of', seats.page + 1, seats.pages));
    set(this.#pager.children[0], 'disabled', seats.page === 0);
    set(this.#pager.children[2], 'disabled', seats.page === seats.pages - 1);
  }

  /** @param {string} id */
  #make(id) {
    const { t, store } = this.#parts;
    const tile = new Tile(t, id === store.state.self, (video) => this.#sound.play(video));
    this.#tiles.set(id, tile);
    return tile.element;
  }

  /** @param {MeetingState} state @param {import('../protocol/messages.js').Participant} participant @returns {import('./tile.js').TileModel} */
  #model(state, participant) {
    const own = participant.id === state.self;
    const { local, session } = this.#parts;
    const view = state.viewing.find((v) => v.participant === participant.id && v.slot < state.limits.slots);
    return {
      participant,
      own,
      cameraOn: own ? local.cameraOn : participant.camera,
      microphoneOn: own ? local.microphoneOn : participant.microphone,
      speaking: state.speaking[participant.id] ?? false,
      reconnecting: own ? state.connection !== 'open' : !participant.connected,
      hand: positionOf(this.#parts.desk.store.state.hands, participant.id),
      quality: state.quality[participant.id],
      stream: own ? this.#own(local.tracks().video) : ((view && session.streams.get(view.slot)) ?? null),
      rect: this.#rects.get(participant.id) ?? { x: 0, y: 0, width: 0, height: 0 },
    };
  }

  /** @param {MediaStreamTrack | null} track */
  #own(track) {
    const [present] = this.#ownStream.getVideoTracks();
    if (present !== (track ?? undefined)) this.#ownStream = new MediaStream(track ? [track] : []);
    return this.#ownStream;
  }

  /** Asks at once, or a moment after the last change. @param {number} after */
  #ask(after) {
    clearTimeout(this.#asking);
    const first = after === 0 || this.#tiles.size <= 2;
    const ask = () => {
      const { store, session } = this.#parts;
      const asked = wishes(store.state, this.#slots, (id) => this.#heightOf(id));
      const off = others(store.state).some((p) => !this.#slots.has(p.id));
      session.view(asked, off);
    };
    if (first) ask();
    else this.#asking = window.setTimeout(ask, after);
  }

  /** @param {string} id */
  #heightOf(id) {
    return this.#hidden ? 0 : Math.round((this.#rects.get(id)?.height ?? 0) * window.devicePixelRatio);
  }

  /** A tab nobody looks at keeps the sound only. */
  #visibility() {
    clearTimeout(this.#hiding);
    const apply = () => {
      this.#hidden = document.hidden;
      this.#ask(0);
    };
    if (document.hidden) this.#hiding = window.setTimeout(apply, HIDDEN_AFTER);
    else if (this.#hidden) apply();
  }
}

customElements.define('plenum-tiles', TilesView);
