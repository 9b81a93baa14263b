import { mayModerate, self, together } from '../state/people.js';
import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';
import { MenuButton } from '../ui/menu.js';
import { PAPERS } from './codec.js';
import { exportPdf, exportPng, exportSvg } from './exporting.js';
import { pageGone, paperSteps } from './pages-bar.js';
import { TEMPLATES, templateSteps } from './templates.js';

/**
 * The menu of the board: actions on the board, its pages and the people who draw.
 *
 * @import { BoardStep, Drawing } from '../protocol/whiteboard.js'
 * @import { Send } from '../session/session.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { boardDrive } from './board-drive.js'
 * @import { Desk } from './desk.js'
 * @import { Following } from './following.js'
 * @import { Pictures } from './pictures.js'
 * @import { WhiteboardStore } from './slice.js'
 * @import { BoardSync } from './sync.js'
 * @typedef {object} BoardMenuParts
 * @property {WhiteboardStore} store
 * @property {Send} send
 * @property {Desk} desk
 * @property {BoardSync} sync
 * @property {Pictures} pictures
 * @property {() => void} toggleList
 * @property {(what: 'clear' | 'page') => void} ask before something that others lose
 * @property {ReturnType<typeof boardDrive>} drive
 * @property {boolean} encrypted what is on the board must not get to the server
 * @property {Following} following
 * @property {Translate} t
 */

/** The line above the board. @param {BoardMenuParts & {before: readonly Node[]}} parts */
export function boardHead(parts) {
  const { store, before, t } = parts;
  const alone = () => {
    const board = head.closest('plenum-board');
    if (board) set(board, 'data-alone', !board.hasAttribute('data-alone'));
  };
  const menu = (/** @type {string} */ icon, /** @type {string} */ label, /** @type {() => MenuItem[]} */ items) => new MenuButton({ icon, label, kind: 'round', items });
  const head = h(
    'header',
    { class: 'board-head' },
    ...before,
    h(
      'div',
      { class: 'board-menus' },
      menu('download', t('stage.board.export'), () => exports(parts)),
      menu('people', t('stage.board.people'), () => people(parts)),
      menu('more', t('stage.board.more'), () => more(parts)),
      button({ icon: 'fullscreen', label: t('stage.board.alone'), kind: 'round board-alone', onClick: alone }),
      button({ icon: 'close', label: t('stage.board.close'), kind: 'round', onClick: () => store.dispatch({ type: 'whiteboard', open: false }) }),
    ),
  );
  return head;
}

/** @param {BoardMenuParts} parts @returns {MenuItem[]} */
function exports(parts) {
  const { store, desk, pictures, encrypted, t } = parts;
  const drive = driveOf(parts);
  const refuse = () => store.dispatch({ type: 'notice', text: 'stage.board.drive.encrypted', kind: 'warning' });
  const name = `${store.state.stay.meeting.name} ${t('stage.board')}`;
  /** @type {Array<MenuItem | false>} */
  const items = [
    { icon: 'download', label: t('stage.board.export.png'), run: () => void exportPng(desk, name) },
    { icon: 'download', label: t('stage.board.export.svg'), run: () => void exportSvg(desk, name, pictures) },
    { icon: 'download', label: t('stage.board.export.pdf'), run: () => void exportPdf(desk, name) },
    drive !== null && { icon: 'home', label: t('stage.board.drive.png'), run: () => (encrypted ? refuse() : void exportPng(desk, name, drive.save)) },
    drive !== null && { icon: 'home', label: t('stage.board.drive.pdf'), run: () => (encrypted ? refuse() : void exportPdf(desk, name, drive.save)) },
  ];
  return items.filter((item) => item !== false);
}

/** Offered to whoever is signed in. @param {BoardMenuParts} parts */
function driveOf({ store, drive }) {
  return self(store.state)?.account ? drive : null;
}

/** The items for following and for the right to draw. @param {BoardMenuParts} parts @returns {MenuItem[]} */
function people({ store, send, following, t }) {
  const { state } = store;
  const now = following.whom;
  const { drawing, named } = state.whiteboard;
  const others = together(state).filter(({ id }) => id !== state.people.self);
  /** @type {MenuItem[]} */
  const items = others.slice(0, 12).map(({ id, name }) => ({ icon: 'people', label: t('stage.board.follow', name), checked: now === id, run: () => following.follow(now === id ? null : id) }));
  if (!mayModerate(state)) return items.length > 0 ? items : [{ icon: 'info', label: t('stage.board.nobody-else'), run: () => undefined }];
  const rule = (/** @type {Drawing} */ who) => ({ icon: who === 'nobody' ? 'lock' : 'pen', label: t(`stage.board.drawing.${who}`), checked: drawing === who, run: () => void send({ type: 'board-rules', drawing: who, named: [] }) });
  items.push(rule('everybody'), rule('moderators'), rule('nobody'));
  for (const { id, name, deviceOf } of others.slice(0, 12)) {
    const person = deviceOf ?? id;
    const may = drawing === 'named' && named.includes(person);
    const next = may ? named.filter((one) => one !== person) : [...(drawing === 'named' ? named : []), id];
    items.push({ icon: 'pen', label: t('stage.board.drawing.person', name), checked: may, run: () => void send({ type: 'board-rules', drawing: next.length > 0 ? 'named' : 'moderators', named: [...next] }) });
  }
  return items;
}

/** @param {BoardMenuParts} parts @returns {MenuItem[]} */
function more(parts) {
  const { store, send, desk, sync, toggleList, ask, t } = parts;
  const drive = driveOf(parts);
  const { state } = store;
  const moderates = mayModerate(state);
  const put = (/** @type {readonly BoardStep[]} */ steps) => desk.history.do(steps);
  /** @type {Array<MenuItem | false>} */
  const items = [
    { icon: 'keyboard', label: t('stage.board.list'), run: toggleList },
    desk.mayDraw && drive !== null && { icon: 'home', label: t('stage.board.drive.picture'), run: () => void drive.open() },
    ...PAPERS.map((paper) => desk.mayDraw && { icon: 'grid', label: t(`stage.board.paper.${paper}`), checked: desk.sheet.paper === paper, run: () => put(paperSteps(desk, paper)) }),
    ...TEMPLATES.map((template) => desk.mayDraw && { icon: 'plus', label: t(`stage.board.template.${template}`), run: () => put(templateSteps(template, corner(desk), desk.page, desk.scene.top(desk.page), t)) }),
    (moderates || desk.mayDraw) && { icon: state.whiteboard.shown ? 'close' : 'share', label: t(state.whiteboard.shown ? 'stage.board.hide' : 'stage.board.show'), run: () => void send({ type: 'board-show', shown: !state.whiteboard.shown }) },
    moderates && sync.loaded && { icon: 'delete', label: t('stage.board.clear'), danger: true, run: () => ask('clear') },
    moderates && pageGone(desk).length > 0 && { icon: 'delete', label: t('stage.board.page.delete'), danger: true, run: () => ask('page') },
  ];
  return items.filter((item) => item !== false);
}

/** Where a template goes: into what is seen. @param {Desk} desk */
function corner({ viewport }) {
  const { x, y } = viewport.seen();
  return { x: Math.round(x + 40 / viewport.zoom), y: Math.round(y + 60 / viewport.zoom) };
}
