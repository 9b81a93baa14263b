import { nameOf } from '../state/people.js';
import { hue } from '../ui/initials.js';
import { set } from '../ui/dom.js';
import { InkLayer } from './ink-layer.js';
import { INK_COLORS, inkTools } from './ink-tools.js';
import { floatingWindows, openInkWindow } from './ink-window.js';
import { mayInk, rulesOf } from './slice.js';
import { Strokes } from './strokes.js';

/**
 * Ink on the screens that are shown on this page. Comes when somebody draws for the first time.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { InkState, InkStore } from './slice.js'
 * @typedef {{store: InkStore, session: Session<any>, t: Translate}} InkParts
 * @typedef {{layer: InkLayer | null, tools: ReturnType<typeof inkTools>, tile: HTMLElement}} Place
 */

export class InkView {
  /** @type {Map<string, Place>} */
  #places = new Map();
  #parts;
  #strokes;
  /** @type {string} */
  #color;

  /** @param {InkParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { store, session } = parts;
    const { self } = store.state.people;
    const lively = INK_COLORS.slice(0, 6);
    this.#color = lively[hue(nameOf(store.state, self ?? '')) % lively.length];
    this.#strokes = new Strokes(session.send);
    store.subscribe((state) => this.#update(state), ['ink', 'people']);
  }

  /** @param {ServerMessage} message */
  heard(message) {
    this.#strokes.heard(message);
  }

  /** A tile that shows a screen; the own one has no picture. @param {string} share @param {HTMLElement} tile @param {HTMLVideoElement | null} video */
  attach(share, tile, video) {
    const { store, session, t } = this.#parts;
    if (this.#places.get(share)?.tile === tile) return;
    this.#detach(share);
    const parts = { share, strokes: this.#strokes, nameOf: (/** @type {string} */ id) => nameOf(store.state, id), width: () => rulesOf(store.state, share).width };
    const layer = video && new InkLayer({ ...parts, tile, video });
    const windows = floatingWindows();
    const track = session.sharing.screen.tracks().video;
    const float = windows && !video && track ? () => void openInkWindow(windows, parts, track, t('stage.ink.window')) : null;
    const tools = inkTools({ store, send: session.send, share, color: () => this.#color, onColor: (color) => void (this.#color = color), picture: layer !== null, hint: this.#hint(layer !== null), float, t });
    tile.append(tools.element);
    this.#places.set(share, { layer, tools, tile });
    if (layer) this.#listen(share, layer);
    this.#update(store.state);
  }

  /** What somebody has to know who draws, and a presenter for whom others draw. @param {boolean} others whether it is the screen of somebody else */
  #hint(others) {
    const { session, t } = this.#parts;
    if (others) return t('stage.ink.hint');
    const { surface } = session.sharing.screen;
    return surface === 'window' || surface === 'browser' ? t('stage.ink.hint.window') : '';
  }

  /** @param {string} share */
  #detach(share) {
    const place = this.#places.get(share);
    place?.layer?.close();
    place?.tools.element.remove();
    this.#places.delete(share);
  }

  /** @param {InkState} state */
  #update(state) {
    for (const [share, { layer, tools, tile }] of this.#places) {
      if (!state.people.shares.includes(share)) {
        this.#detach(share);
        this.#strokes.forget(share);
        continue;
      }
      const draws = state.ink.on === share && mayInk(state, share);
      set(tile, 'data-inking', draws);
      layer?.freeze(rulesOf(state, share).frozen);
      tools.update(state);
    }
  }

  /** @param {string} share @param {InkLayer} layer */
  #listen(share, layer) {
    const { canvas } = layer;
    const { store } = this.#parts;
    /** @type {number | null} */
    let pen = null;
    const part = (/** @type {PointerEvent} */ event) => {
      const { left, top } = canvas.getBoundingClientRect();
      return layer.partAt(event.clientX - left, event.clientY - top);
    };
    canvas.addEventListener('pointerdown', (event) => {
      const { x, y } = part(event);
      if (event.button !== 0 || store.state.ink.on !== share || !mayInk(store.state, share) || x < 0 || y < 0 || x > 1 || y > 1) return;
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      pen = event.pointerId;
      this.#strokes.begin(share, store.state.people.self ?? '', this.#color, x, y);
    });
    canvas.addEventListener('pointermove', (event) => {
      if (event.pointerId !== pen) return;
      const events = event.getCoalescedEvents?.() ?? [];
      for (const one of events.length > 0 ? events : [event]) {
        const { x, y } = part(one);
        this.#strokes.goOn(x, y);
      }
    });
    for (const type of ['pointerup', 'pointercancel']) {
      canvas.addEventListener(type, (event) => {
        if (/** @type {PointerEvent} */ (event).pointerId !== pen) return;
        pen = null;
        this.#strokes.end();
      });
    }
    // a tile is made large by a double click, but not while one draws on it
    canvas.addEventListener('dblclick', (event) => event.stopPropagation());
  }
}

/** @param {InkParts} parts */
export function inkView(parts) {
  return new InkView(parts);
}
