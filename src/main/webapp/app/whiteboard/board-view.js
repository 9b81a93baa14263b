import { mayModerate, nameOf, others } from '../state/people.js';
import { h, set, text } from '../ui/dom.js';
import { boardDrive } from './board-drive.js';
import { boardKeys } from './board-keys.js';
import { boardHead } from './board-menu.js';
import { confirmation } from './confirm.js';
import { Desk } from './desk.js';
import { elementList } from './element-list.js';
import { Gestures } from './gestures.js';
import { Following } from './following.js';
import { deleted, whole } from './history.js';
import { pageGone, pagesBar, showAll } from './pages-bar.js';
import { Pictures } from './pictures.js';
import { Pointers } from './pointers.js';
import { elementAt } from './select-tool.js';
import { selectionBar } from './selection-bar.js';
import { mayDraw } from './slice.js';
import { BoardSync } from './sync.js';
import { Writer } from './writer.js';
import { ToolSet } from './tool-set.js';
import { toolbar } from './toolbar.js';

/**
 * The board of one's room: puts its parts together. Comes when somebody opens one.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Session } from '../session/session.js'
 * @import { Veil } from '../session/veil.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Touch } from './drawing-tools.js'
 * @import { WhiteboardState, WhiteboardStore } from './slice.js'
 * @import { ToolName } from './toolbar.js'
 * @typedef {{letters: string, store: WhiteboardStore, veil: Pick<Veil, 'sealBytes' | 'openBytes'> | null, session: Pick<Session<any>, 'send' | 'onMessage' | 'addEventListener'>, t: Translate}} BoardParts
 */

export class BoardView extends HTMLElement {
  #parts;
  /** @type {Desk} */
  #desk;
  /** @type {BoardSync} */
  #sync;
  /** @type {Pictures} */
  #pictures;
  #pointers;
  #gestures;
  #tools;
  #toolbar;
  #pages;
  #selection;
  #list;
  #writer;
  #following;
  #note = h('p', { class: 'board-note', role: 'status' });
  #confirm;
  #observer = new ResizeObserver(() => this.#resize());
  #place = h('div', { class: 'board-place' });
  /** @type {Array<() => void>} */
  #ends = [];
  #fresh = true;

  /** @param {BoardParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { letters, store, veil, session, t } = parts;
    const self = () => store.state.people.self ?? '';
    const name = (/** @type {string} */ id) => nameOf(store.state, id);
    const alone = () => others(store.state).length === 0;
    this.#pictures = new Pictures(() => this.#sync.ticket, veil);
    this.#desk = new Desk({ self, draw: (steps) => this.#sync.draw(steps), pictureOf: (id) => this.#pictures.of(id) });
    this.#sync = new BoardSync({ letters, scene: this.#desk.scene, send: session.send, refused: (reason) => this.#refused(reason) });
    this.#pointers = new Pointers({ desk: this.#desk, send: session.send, nameOf: name, alone });
    this.#confirm = confirmation(t('stage.board.cancel'));
    this.#writer = new Writer({
      desk: this.#desk,
      pictures: this.#pictures,
      onMade: (id) => this.#made(id),
      onFailed: () => store.dispatch({ type: 'notice', text: 'stage.board.picture.failed', kind: 'warning' }),
      t,
    });
    this.#following = new Following({ desk: this.#desk, send: session.send, nameOf: name, alone, t });
    this.#tools = new ToolSet(this.#desk, this.#writer, name(self()), (id) => this.#made(id));
    this.#gestures = new Gestures({
      desk: this.#desk,
      tool: () => this.#tools.current,
      onPoint: (touches, pressed) => this.#pointed(touches, pressed),
      onAway: () => this.#pointers.away(),
      onStart: () => this.#writer.end(),
    });
    const { history } = this.#desk;
    this.#toolbar = toolbar({ t, onTool: (tool) => this.#choose(tool), onStyle: (style) => this.#restyle(style), onPicture: () => this.#writer.pick(), undo: () => history.undo(), redo: () => history.redo() });
    this.#pages = pagesBar({ desk: this.#desk, draw: (steps) => this.#sync.draw(steps), t });
    this.#selection = selectionBar(this.#desk, t);
    this.#list = elementList({
      desk: this.#desk,
      t,
      nameOf: name,
      write: (id) => this.#writer.write(id),
      remove: (id) => this.#desk.history.do([deleted(id, this.#desk.page)]),
      addNote: () => this.#writer.note(),
      close: () => this.#toggleList(),
    });
    this.#build();
    this.#listen();
  }

  connectedCallback() {
    this.#observer.observe(this.#place);
    this.#ends = [this.#parts.store.subscribe((state) => this.#update(/** @type {WhiteboardState} */ (state)), ['whiteboard', 'people'])];
    this.#sync.open();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#ends.splice(0).forEach((end) => end());
    this.#writer.end();
    this.#gestures.abandon();
    this.#pointers.close();
    this.#following.follow(null);
    this.#sync.close();
  }

  /** For tests: the same for everybody who sees the same. */
  sceneHash() {
    return this.#sync.loaded && this.#sync.waiting === 0 ? this.#desk.scene.hash() : null;
  }

  /** For tests: how many elements there are. */
  get elementCount() {
    return this.#desk.scene.size;
  }

  #build() {
    const { store, session, t } = this.#parts;
    const { canvas } = this.#desk.surface;
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', t('stage.board.canvas'));
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', t('stage.board'));
    const drive = boardDrive({ store, put: (file) => this.#writer.put(file), t });
    const head = boardHead({
      store,
      send: session.send,
      desk: this.#desk,
      sync: this.#sync,
      pictures: this.#pictures,
      following: this.#following,
      toggleList: () => this.#toggleList(),
      drive,
      encrypted: this.#parts.veil !== null,
      ask: (what) => this.#ask(what === 'page'),
      before: [this.#pages.element, this.#note],
      t,
    });
    this.#place.append(canvas, this.#pointers.element, this.#writer.element, this.#following.element, this.#selection.element, this.#confirm.element, drive.element);
    this.append(head, h('div', { class: 'board-body' }, this.#toolbar.element, this.#place, this.#list.element));
  }

  #listen() {
    const { session } = this.#parts;
    const desk = this.#desk;
    session.onMessage((message) => this.#heard(message));
    session.addEventListener('disconnected', () => this.#sync.disconnected());
    this.#sync.addEventListener('loaded', () => this.#loaded());
    this.#sync.addEventListener('unsent', () => this.#showWaiting());
    this.#pictures.addEventListener('change', () => desk.surface.spoilAll());
    for (const target of [desk, desk.history, desk.selection]) for (const type of ['page', 'change']) target.addEventListener(type, () => this.#show());
    desk.paintOver = (context) => {
      const pixel = 1 / desk.viewport.zoom;
      this.#tools.current.paintOver?.(context, pixel);
      this.#pointers.paint(context, pixel);
    };
    const { canvas } = desk.surface;
    canvas.addEventListener('dblclick', (event) => this.#doubleClicked(event));
    this.addEventListener('keydown', boardKeys({ desk, choose: (tool) => this.#choose(tool), write: (id) => this.#writer.write(id), cancel: () => this.#cancel() }));
    this.#writer.listen(this, this.#place);
  }

  /** @param {WhiteboardState} state */
  #update(state) {
    const may = mayDraw(state);
    if (this.#desk.mayDraw !== may) this.#gestures.abandon();
    this.#desk.mayDraw = may;
    const { whom } = this.#following;
    if (whom && !others(state).some(({ id }) => id === whom)) this.#following.follow(null);
    this.#show();
  }

  #show() {
    const { history, mayDraw: may, style } = this.#desk;
    this.#toolbar.update({ tool: this.#tools.name, style, mayDraw: may, canUndo: history.canUndo, canRedo: history.canRedo });
    this.#pages.update(may);
    this.#selection.update();
    this.#desk.surface.canvas.style.setProperty('cursor', this.#tools.current.cursor);
    set(this, 'data-locked', !may);
    this.#showWaiting();
    this.#desk.surface.ask();
  }

  #showWaiting() {
    const { t } = this.#parts;
    const waiting = this.#sync.waiting > 0 && this.#parts.store.state.stay.connection !== 'open';
    text(this.#note, waiting ? t('stage.board.unsent', this.#sync.waiting) : this.#desk.mayDraw ? '' : t('stage.board.locked'));
  }

  #loaded() {
    if (this.#fresh) showAll(this.#desk);
    this.#fresh = false;
    this.#show();
  }

  /** @param {ServerMessage} message */
  #heard(message) {
    const { people } = this.#parts.store.state;
    this.#sync.heard(message);
    if (message.type === 'board-pointers') this.#pointers.told(message.pointers, people.self ?? '');
    if (message.type === 'board-drawn') for (const { by } of message.operations) this.#pointers.drew(by);
    if (message.type === 'participant-left') this.#pointers.left(message.participant);
    if (message.type === 'board-seen' && message.sight) this.#following.told(message.participant, message.sight);
    if (message.type === 'board-part' && message.reset) this.#desk.history.forget();
  }

  /** @param {string} reason */
  #refused(reason) {
    const known = reason === 'locked' || reason === 'too-many' ? reason : 'other';
    this.#parts.store.dispatch({ type: 'notice', text: `stage.board.refused.${known}`, kind: 'warning' });
  }

  /** @param {ToolName} tool */
  #choose(tool) {
    this.#gestures.abandon();
    this.#writer.end();
    this.#tools.name = tool;
    if (tool !== 'select') this.#desk.selection.are([]);
    this.#show();
  }

  /** Changes what one draws with, and what is selected. @param {Partial<import('./desk.js').Style>} style */
  #restyle(style) {
    this.#desk.style = { ...this.#desk.style, ...style };
    const steps = this.#desk.selection.elements().map(({ id, page, body, place }) => whole(id, page, body, { ...place, ...style }));
    this.#desk.history.do(steps);
    this.#show();
  }

  /** @param {readonly Touch[]} touches @param {boolean} pressed */
  #pointed(touches, pressed) {
    const tool = this.#tools.current;
    this.#pointers.moved(touches, tool.hand === 'shines' ? 'shines' : pressed ? tool.hand : 'points');
    if (pressed) this.#following.follow(null);
  }

  /** Something new: chosen, to be moved. @param {string} id */
  #made(id) {
    this.#choose('select');
    this.#desk.selection.are([id]);
  }

  /** @param {MouseEvent} event */
  #doubleClicked({ offsetX, offsetY }) {
    if (this.#tools.name !== 'select') return;
    const { viewport } = this.#desk;
    const hit = elementAt(this.#desk, viewport.unit(offsetX, offsetY), 1 / viewport.zoom);
    if (hit) this.#writer.write(hit.id);
  }

  /** Empties the page, or takes it away, for everybody. @param {boolean} page */
  #ask(page) {
    const { store, t } = this.#parts;
    if (!mayModerate(store.state)) return;
    this.#confirm.ask(t(page ? 'stage.board.page.delete.ask' : 'stage.board.clear.ask'), t(page ? 'stage.board.page.delete' : 'stage.board.clear'), () => {
      this.#sync.clear(this.#desk.page);
      if (page) this.#sync.draw(pageGone(this.#desk));
      this.#desk.history.forget();
    });
  }

  #cancel() {
    if (!this.#confirm.element.hidden) {
      this.#confirm.end();
      return true;
    }
    if (this.#gestures.busy) {
      this.#gestures.abandon();
      return true;
    }
    if (this.#desk.selection.size === 0) return false;
    this.#desk.selection.are([]);
    return true;
  }

  #toggleList() {
    set(this.#list.element, 'hidden', !this.#list.element.hidden);
    this.#list.update();
    if (!this.#list.element.hidden) /** @type {HTMLElement | null} */ (this.#list.element.querySelector('button'))?.focus();
  }

  #resize() {
    const { width, height } = this.#place.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    this.#desk.surface.resize(width, height);
    if (this.#fresh && this.#sync.loaded) this.#loaded();
  }
}

customElements.define('plenum-board', BoardView);

/** Makes the board; what the meeting's page asks for. @param {BoardParts} parts */
export function boardView(parts) {
  return new BoardView(parts);
}
