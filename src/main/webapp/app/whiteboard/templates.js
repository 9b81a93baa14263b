import { NOWHERE } from './codec.js';
import { newId, whole } from './history.js';

/**
 * A few useful beginnings: put on the page as elements like any others.
 *
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Body, Place } from './codec.js'
 * @typedef {'kanban' | 'retro' | 'pros' | 'quadrants'} Template
 */

export const TEMPLATES = /** @type {readonly Template[]} */ (['kanban', 'retro', 'pros', 'quadrants']);
const COLUMNS = { kanban: 3, retro: 3, pros: 2 };
const [WIDTH, HEIGHT, GAP] = [320, 560, 24];

/**
 * @param {Template} template
 * @param {{x: number, y: number}} corner
 * @param {number} page
 * @param {number} z
 * @param {Translate} t
 * @returns {BoardStep[]}
 */
export function templateSteps(template, corner, page, z, t) {
  /** @type {BoardStep[]} */
  const steps = [];
  const put = (/** @type {Body} */ body, /** @type {Partial<Place>} */ place) => {
    steps.push(whole(newId(), page, body, { ...NOWHERE, z: z + steps.length, ...place, x: corner.x + (place.x ?? 0), y: corner.y + (place.y ?? 0) }));
  };
  if (template === 'quadrants') {
    put({ kind: 'arrow', width: 0, height: -680 }, { x: 60, y: 700, width: 3 });
    put({ kind: 'arrow', width: 900, height: 0 }, { x: 60, y: 700, width: 3 });
    put({ kind: 'line', width: 840, height: 0 }, { x: 60, y: 360, width: 2, color: '#6b7674' });
    put({ kind: 'line', width: 0, height: -640 }, { x: 490, y: 700, width: 2, color: '#6b7674' });
    put({ kind: 'text', size: 22, text: t('stage.board.template.effort') }, { x: 780, y: 716 });
    put({ kind: 'text', size: 22, text: t('stage.board.template.benefit') }, { x: 60, y: -24 });
    return steps;
  }
  for (let i = 0; i < COLUMNS[template]; i++) {
    const x = i * (WIDTH + GAP);
    put({ kind: 'rect', width: WIDTH, height: HEIGHT, text: '' }, { x, y: 56, width: 2, color: '#6b7674' });
    put({ kind: 'text', size: 28, text: t(`stage.board.template.${template}.${i}`) }, { x: x + 8, y: 8 });
  }
  return steps;
}
