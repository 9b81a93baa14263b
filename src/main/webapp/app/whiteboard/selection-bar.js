import { h, set } from '../ui/dom.js';
import { boardButton } from './chrome.js';
import { duplicate } from './board-keys.js';
import { deleted, moved, newId } from './history.js';
import { aligned } from './select-tool.js';

/**
 * The actions on the selection: group, align, raise and lower, duplicate, delete.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Desk } from './desk.js'
 * @import { Edge } from './select-tool.js'
 */

const EDGES = /** @type {readonly Edge[]} */ (['left', 'center', 'right', 'top', 'middle', 'bottom']);

/** @param {Desk} desk @param {Translate} t */
export function selectionBar(desk, t) {
  const { history, selection } = desk;
  const edges = EDGES.map((edge) => boardButton(edge, t(`stage.board.align.${edge}`), () => history.do(aligned(selection.elements(), edge))));
  const group = boardButton('group', t('stage.board.group'), () => grouped(newId()));
  const ungroup = boardButton('ungroup', t('stage.board.ungroup'), () => grouped(''));
  const element = h(
    'div',
    { class: 'board-selection', role: 'toolbar', 'aria-label': t('stage.board.selection'), hidden: true },
    group, ungroup, ...edges,
    boardButton('front', t('stage.board.front'), () => order(true)),
    boardButton('back', t('stage.board.back'), () => order(false)),
    boardButton('copy', t('stage.board.duplicate'), () => duplicate(desk), 'Ctrl+D'),
    boardButton('delete', t('stage.board.delete'), () => history.do(selection.elements().map(({ id, page }) => deleted(id, page))), 'Delete'),
  );
  return { element, update };

  function update() {
    const elements = selection.elements();
    set(element, 'hidden', elements.length === 0 || !desk.mayDraw);
    const several = elements.length > 1;
    const groups = new Set(elements.map(({ place }) => place.group));
    const one = several && groups.size === 1 && !groups.has('');
    set(group, 'hidden', !several || one);
    set(ungroup, 'hidden', !one);
    edges.forEach((edge) => set(edge, 'hidden', !several));
  }

  /** @param {string} name */
  function grouped(name) {
    history.do(selection.elements().map(({ id, page, place }) => moved(id, page, { ...place, group: name })));
    update();
  }

  /** @param {boolean} front */
  function order(front) {
    const lowest = Math.min(0, ...desk.elements().map(({ place }) => place.z));
    const elements = selection.elements();
    const first = front ? desk.scene.top(desk.page) : lowest - elements.length;
    history.do(elements.map(({ id, page, place }, i) => moved(id, page, { ...place, z: first + i })));
  }
}
