import { hue } from '../ui/initials.js';
import { eraser, handTool, inkTool, laserTool, lineBetween, noteBetween, shapeBetween, spanTool } from './drawing-tools.js';
import { selectTool } from './select-tool.js';
import { COLORS, NOTE_COLORS } from './toolbar.js';

/**
 * All tools, and the one that is in the hand.
 *
 * @import { Desk } from './desk.js'
 * @import { Tool } from './drawing-tools.js'
 * @import { ToolName } from './toolbar.js'
 * @import { Writer } from './writer.js'
 */

/** The tools without the right to draw. @type {readonly ToolName[]} */
const FREE = ['select', 'hand', 'laser'];

export class ToolSet {
  /** @type {ToolName} */
  name = 'pen';
  #desk;
  #tools;

  /** @param {Desk} desk @param {Writer} writer @param {string} owner whose colours things have @param {(id: string) => void} onMade */
  constructor(desk, writer, owner, onMade) {
    this.#desk = desk;
    desk.style = { ...desk.style, color: ownColor(owner) };
    this.#tools = toolsOf(desk, writer, NOTE_COLORS[hue(owner) % NOTE_COLORS.length], onMade);
  }

  /** @returns {Tool} */
  get current() {
    return this.#tools[this.#desk.mayDraw || FREE.includes(this.name) ? this.name : 'hand'];
  }
}

/** @param {Desk} desk @param {Writer} writer @param {string} noteColor @param {(id: string) => void} onMade @returns {Record<ToolName, Tool>} */
function toolsOf(desk, writer, noteColor, onMade) {
  return {
    select: selectTool(desk),
    hand: handTool(desk),
    pen: inkTool(desk, 'pen'),
    marker: inkTool(desk, 'marker'),
    eraser: eraser(desk),
    rect: spanTool(desk, shapeBetween('rect')),
    ellipse: spanTool(desk, shapeBetween('ellipse')),
    diamond: spanTool(desk, shapeBetween('diamond')),
    triangle: spanTool(desk, shapeBetween('triangle')),
    line: spanTool(desk, lineBetween('line')),
    arrow: spanTool(desk, lineBetween('arrow')),
    note: spanTool(desk, noteBetween(noteColor), (id) => {
      onMade(id);
      writer.write(id);
    }),
    text: textTool(writer),
    laser: laserTool(),
  };
}

/** Begins to write where the pointer was let go: phones show their keyboard then. @param {Writer} writer @returns {Tool} */
function textTool(writer) {
  /** @type {import('./drawing-tools.js').Touch | null} */
  let held = null;
  return {
    cursor: 'text',
    hand: 'draws',
    down: (touch) => void (held = touch),
    move: () => undefined,
    up: () => held && writer.text(held),
    cancel: () => void (held = null),
  };
}

/** A person's initial colour, readable on white. @param {string} name */
function ownColor(name) {
  const lively = COLORS.slice(1, -1).filter((color) => color !== '#c99700');
  return lively[hue(name) % lively.length];
}
