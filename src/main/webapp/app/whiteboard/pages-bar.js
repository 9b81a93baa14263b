import { h, set, text } from '../ui/dom.js';
import { boardButton } from './chrome.js';
import { NOWHERE, writeBody, writePlace } from './codec.js';
import { deleted, newId } from './history.js';

/**
 * The pages of the board, and how near one looks.
 *
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Paper } from './codec.js'
 * @import { Desk, Sheet } from './desk.js'
 */

const MOST_PAGES = 50;

/** @param {{desk: Desk, draw: (steps: readonly BoardStep[]) => void, t: Translate}} parts */
export function pagesBar({ desk, draw, t }) {
  const { viewport } = desk;
  const previous = boardButton('previous', t('stage.board.page.previous'), () => go(-1));
  const next = boardButton('next', t('stage.board.page.next'), () => go(1));
  const add = boardButton('page', t('stage.board.page.add'), () => desk.show(addPage(desk, draw)));
  const name = h('span', { class: 'board-page', role: 'status' });
  const nearness = h('button', { type: 'button', class: 'board-zoom', title: t('stage.board.zoom.all'), onclick: () => showAll(desk) });
  const element = h(
    'div',
    { class: 'board-pages', role: 'group', 'aria-label': t('stage.board.pages') },
    previous, name, next, add,
    boardButton('minus', t('stage.board.zoom.out'), () => viewport.zoomBy(1 / 1.25), '-'),
    nearness,
    boardButton('plus', t('stage.board.zoom.in'), () => viewport.zoomBy(1.25), '+'),
  );
  viewport.addEventListener('change', zoomed);
  return { element, update };

  /** @param {number} by */
  function go(by) {
    const { sheets } = desk;
    const sheet = sheets[sheets.findIndex(({ page }) => page === desk.page) + by];
    if (sheet) desk.show(sheet.page);
  }

  function zoomed() {
    const percent = `${Math.round(viewport.zoom * 100)} %`;
    text(nearness, percent);
    set(nearness, 'aria-label', `${percent}, ${t('stage.board.zoom.all')}`);
  }

  /** @param {boolean} mayDraw */
  function update(mayDraw) {
    const { sheets } = desk;
    const at = sheets.findIndex(({ page }) => page === desk.page);
    text(name, sheets[at]?.text || t('stage.board.page', at + 1, sheets.length));
    for (const one of [previous, next]) set(one, 'hidden', sheets.length < 2);
    set(previous, 'disabled', at <= 0);
    set(next, 'disabled', at >= sheets.length - 1);
    set(add, 'disabled', !mayDraw || sheets.length >= MOST_PAGES);
    zoomed();
  }
}

/** Everything on the page, or where one begins. @param {Desk} desk */
export function showAll(desk) {
  const boxes = desk.elements().map(({ box }) => box);
  if (boxes.length === 0) {
    desk.viewport.show({ x: 0, y: 0, width: 1000, height: 650 }, 1);
    return;
  }
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  desk.viewport.show({ x: left, y: top, width: right - left, height: bottom - top }, 2);
}

/** @param {Desk} desk @param {(steps: readonly BoardStep[]) => void} draw @returns {number} the new page */
function addPage(desk, draw) {
  const { sheets } = desk;
  const first = sheets.filter(({ element }) => element === null).map((sheet, i) => pageStep(sheet, sheet.paper, i));
  const page = 2 + Math.floor(Math.random() * 9_000_000);
  const z = sheets[sheets.length - 1].z + 1;
  draw([...first, pageStep({ element: null, page, text: '', paper: desk.sheet.paper, z }, desk.sheet.paper, z)]);
  return page;
}

/** @param {Sheet} sheet @param {Paper} paper @param {number} z @returns {BoardStep} */
function pageStep({ element, page, text: title }, paper, z) {
  return { element: element ?? (page === 1 ? 'page-one' : newId()), page: 0, body: writeBody({ kind: 'page', text: title, paper }), place: writePlace({ ...NOWHERE, x: page, z }) };
}

/** @param {Desk} desk @param {Paper} paper @returns {BoardStep[]} */
export function paperSteps(desk, paper) {
  return [pageStep(desk.sheet, paper, desk.sheet.z)];
}

/** Takes a page away, with all that is on it. @param {Desk} desk @returns {BoardStep[]} none for the last one */
export function pageGone(desk) {
  const { sheet, sheets } = desk;
  return sheet.element && sheets.length > 1 && sheet.page !== 1 ? [deleted(sheet.element, 0)] : [];
}
