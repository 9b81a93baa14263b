import { grade, worse } from '../media/link.js';
import { positionOf } from '../reaction/slice.js';
import { nameOf, others } from '../state/people.js';
import { h, keyed, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { arrange } from './layout.js';
import { OwnScreenTile, ScreenTile } from './screen-tile.js';
import { assignSlots, received, seating, wishes } from './seating.js';
import { shareBar } from './share-bar.js';
import { SoundOutput } from './sound-output.js';
import { Tile } from './tile.js';

/**
 * The tiles: who is where, what plays in them, and what is asked of the server for it.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Participant } from '../protocol/session.js'
 * @import { Session } from '../session/session.js'
 * @import { inkPlace } from './ink-place.js'
 * @import { Rect } from './layout.js'
 * @import { PageState, PageStore } from './page-state.js'
 * @import { ScreenModel } from './screen-tile.js'
 * @import { Seat, Seating } from './seating.js'
 * @import { TileModel } from './tile.js'
 * @import { TileParts } from './tile-tools.js'
 * @typedef {TileParts & {store: PageStore, session: Session<any>, local: LocalMedia, preferences: Preferences, ink: ReturnType<typeof inkPlace>}} TilesParts
 */

const ASK_AFTER = 150;
const HIDDEN_AFTER = 5000;
const LOW_DATA_HEIGHT = 180;

export class TilesView extends HTMLElement {
  /** @type {Map<string, {element: HTMLElement, update: () => void}>} */
  #tiles = new Map();
  /** @type {Seat[]} */
  #received = [];
  /** @type {Map<string, number>} */
  #slots = new Map();
  /** @type {Map<string, Rect>} */
  #rects = new Map();
  /** @type {string | null} */
  #large = null;
  #ownStream = new MediaStream();
  /** @type {readonly unknown[]} */
  #rightsFrom = [];
  #rights = {};
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

  /** @param {TilesParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, session, local, preferences, t } = parts;
    this.#sound = new SoundOutput(local, (blocked) => store.dispatch({ type: 'sound-blocked', blocked }));
    const turn = (/** @type {number} */ by) => () => store.dispatch({ type: 'page', page: store.state.view.page + by });
    this.#pager = h(
      'nav',
      { class: 'pager', 'aria-label': t('stage.pages') },
      button({ icon: 'previous', label: t('stage.pages.previous'), kind: 'round', onClick: turn(-1) }),
      this.#pageText,
      button({ icon: 'next', label: t('stage.pages.next'), kind: 'round', onClick: turn(1) }),
    );
    const bar = shareBar({ store, sharing: session.sharing, t });
    this.#board.addEventListener('dblclick', (event) => this.#pin(event));
    this.append(bar.element, this.#board, this.#pager, this.#sound.element);
    const listen = (/** @type {EventTarget} */ target, /** @type {string} */ type, /** @type {() => void} */ run) => {
      target.addEventListener(type, run);
      return () => target.removeEventListener(type, run);
    };
    this.#starts = () => [
      store.subscribe(() => this.#update(), ['stay', 'people', 'rules', 'media', 'view', 'breakout', 'hands', 'secrecy']),
      local.onChange(() => this.#update()),
      preferences.onChange(() => this.#update()),
      bar.follow(),
      listen(document, 'fullscreenchange', () => this.#ask(0)),
      listen(document, 'enterpictureinpicture', () => this.#ask(0)),
      listen(document, 'leavepictureinpicture', () => this.#ask(0)),
      listen(session, 'streams', () => this.#update()),
      listen(session, 'entered', () => this.#ask(0)),
      // phones stop what plays while nobody looks
      listen(session, 'woke', () => this.playAll()),
      listen(document, 'visibilitychange', () => this.#visibility()),
    ];
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
    const { dominant, self } = state.people;
    if (state.stay.phase !== 'meeting' || size.width === 0) return;
    if (dominant && dominant !== self) this.#large = dominant;
    const { tiles, selfView } = this.#parts.preferences.now;
    const seats = seating(state, size, { large: this.#large, tiles, selfView });
    const rects = arrange(seats.arrangement, seats.seats.length, size);
    this.#rects = new Map(seats.seats.map((seat, i) => [seat.key, rects[i]]));
    this.#received = received(state, seats.seats);
    this.#slots = assignSlots(this.#slots, this.#received.map((seat) => seat.key), state.media.limits.slots);
    this.#noteRights(state);
    this.#draw(seats);
    this.#sound.update(state.media, this.#parts.session.streams, new Set(seats.seats.map((seat) => this.#slots.get(seat.key))));
    this.#ask(ASK_AFTER);
  }

  /** @param {PageState} state */
  #noteRights({ people, rules, breakout }) {
    const from = [people.self, people.participants, rules, breakout];
    if (from.some((part, i) => part !== this.#rightsFrom[i])) this.#rights = {};
    this.#rightsFrom = from;
  }

  /** @param {Seating} seats */
  #draw(seats) {
    keyed(
      this.#board,
      seats.seats,
      (seat) => seat.key,
      (seat) => this.#make(seat),
      (_element, seat) => this.#tiles.get(seat.key)?.update(),
    );
    for (const key of this.#tiles.keys()) if (!this.#rects.has(key)) this.#tiles.delete(key);
    set(this, 'data-arrangement', seats.arrangement);
    set(this.#pager, 'hidden', seats.pages < 2);
    text(this.#pageText, this.#parts.t('stage.pages.of', seats.page + 1, seats.pages));
    set(this.#pager.children[0], 'disabled', seats.page === 0);
    set(this.#pager.children[2], 'disabled', seats.page === seats.pages - 1);
  }

  /** @param {Seat} seat */
  #make(seat) {
    const parts = this.#parts;
    const own = seat.participant === parts.store.state.people.self;
    const play = (/** @type {HTMLVideoElement} */ video) => this.#sound.play(video);
    if (seat.source === 'screen') {
      const tile = own ? new OwnScreenTile({ sharing: parts.session.sharing, t: parts.t }) : new ScreenTile(parts, seat.key, play);
      parts.ink.attach(seat.participant, tile.element, tile instanceof ScreenTile ? tile.video : null);
      return this.#keep(seat, tile.element, () => tile.update(this.#screenModel(seat)));
    }
    const tile = new Tile(parts, seat.key, own, play);
    return this.#keep(seat, tile.element, () => {
      const participant = parts.store.state.people.participants.find((p) => p.id === seat.participant);
      if (participant) tile.update(this.#model(seat, participant));
    });
  }

  /** @param {Seat} seat @param {HTMLElement} element @param {() => void} update */
  #keep(seat, element, update) {
    this.#tiles.set(seat.key, { element, update });
    return element;
  }

  /** @param {Seat} seat @param {Participant} participant @returns {TileModel} */
  #model(seat, participant) {
    const { local, preferences, store } = this.#parts;
    const { stay, people, media, view, hands } = store.state;
    const own = participant.id === people.self;
    return {
      participant,
      own,
      cameraOn: own ? local.cameraOn : participant.camera,
      microphoneOn: own ? local.microphoneOn : participant.microphone,
      speaking: people.speaking[participant.id] ?? false,
      reconnecting: own ? stay.connection !== 'open' : !participant.connected,
      hand: positionOf(hands, participant.id),
      quality: worse(media.quality[participant.id], grade(media.links[participant.id])),
      mirrored: own && preferences.now.mirror && local.facesOwner,
      pinned: view.pinned === seat.key,
      stream: own ? this.#own(local.tracks().video) : this.#streamOf(seat),
      locked: !own && this.#isShut(seat),
      rect: this.#rectOf(seat),
      rights: this.#rights,
    };
  }

  /** @param {Seat} seat @returns {ScreenModel} */
  #screenModel(seat) {
    const { state } = this.#parts.store;
    return { name: nameOf(state, seat.participant), pinned: state.view.pinned === seat.key, stream: this.#streamOf(seat), locked: this.#isShut(seat), rect: this.#rectOf(seat) };
  }

  /** @param {Seat} seat */
  #streamOf(seat) {
    const view = this.#viewOf(seat);
    return (view && this.#parts.session.streams.get(view.slot)) ?? null;
  }

  /** Whether what comes cannot be opened here. @param {Seat} seat */
  #isShut(seat) {
    const { shut } = this.#parts.store.state.secrecy;
    return shut.length > 0 && shut.includes(this.#viewOf(seat)?.slot ?? -1);
  }

  /** @param {Seat} seat */
  #viewOf(seat) {
    const { viewing, limits } = this.#parts.store.state.media;
    return viewing.find((v) => v.participant === seat.participant && v.source === seat.source && v.slot < limits.slots);
  }

  /** @param {Seat} seat */
  #rectOf(seat) {
    return this.#rects.get(seat.key) ?? { x: 0, y: 0, width: 0, height: 0 };
  }

  /** A double click on a tile makes it large, or lets it go. @param {Event} event */
  #pin(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const key = target.closest('button') ? undefined : /** @type {HTMLElement | null} */ (target.closest('.tile'))?.dataset.key;
    const { store } = this.#parts;
    if (key) store.dispatch({ type: 'pin', seat: store.state.view.pinned === key ? null : key });
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
      const asked = wishes(this.#received, this.#slots, (seat) => this.#heightOf(seat));
      const off = others(store.state).some((p) => !this.#slots.has(p.id));
      session.view(asked, off);
    };
    if (first) ask();
    else this.#asking = window.setTimeout(ask, after);
  }

  /** Hidden tiles request no picture; a picture-in-picture window counts as visible. @param {Seat} seat */
  #heightOf(seat) {
    const element = this.#tiles.get(seat.key)?.element;
    const floating = document.pictureInPictureElement;
    if (!element || (this.#hidden && !(floating && element.contains(floating)))) return 0;
    const height = (document.fullscreenElement === element ? window.innerHeight : this.#rectOf(seat).height) * window.devicePixelRatio;
    return Math.round(this.#parts.preferences.now.lowData && seat.source === 'camera' ? Math.min(height, LOW_DATA_HEIGHT) : height);
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
