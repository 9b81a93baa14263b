import { deleted, moved, newId } from './history.js';
import { copied } from './select-tool.js';
import { TOOLS } from './toolbar.js';

/**
 * The keys of the board, while it has the focus. The meeting's own keys are letters; these are digits, arrows and what programs that draw have in common.
 *
 * @import { ToolName } from './toolbar.js'
 * @import { Desk } from './desk.js'
 * @typedef {{desk: Desk, choose: (tool: ToolName) => void, write: (id: string) => void, cancel: () => boolean}} KeyParts
 */

const ARROWS = /** @type {Readonly<Record<string, readonly [number, number]>>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });

/** @param {KeyParts} parts @returns {(event: KeyboardEvent) => void} */
export function boardKeys(parts) {
  return (event) => {
    // a dialog of the board has keys of its own, Escape among them
    if (/** @type {Partial<Element> | null} */ (event.target)?.closest?.('dialog')) return;
    if (event.altKey || !(event.ctrlKey || event.metaKey ? commanded(parts, event) : pressed(parts, event))) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** @param {KeyParts} parts @param {KeyboardEvent} event */
function commanded({ desk }, { key, shiftKey }) {
  const { history, selection } = desk;
  switch (key.toLowerCase()) {
    case 'z':
      if (desk.mayDraw) shiftKey ? history.redo() : history.undo();
      return true;
    case 'y':
      if (desk.mayDraw) history.redo();
      return true;
    case 'a':
      selection.are(desk.elements().map(({ id }) => id));
      return true;
    case 'd':
      if (desk.mayDraw) duplicate(desk);
      return true;
    default:
      return false;
  }
}

/** @param {Desk} desk */
export function duplicate(desk) {
  const steps = copied(desk.selection.elements(), desk.page, desk.scene.top(desk.page), newId);
  desk.history.do(steps);
  desk.selection.are(steps.map(({ element }) => element));
}

/** @param {KeyParts} parts @param {KeyboardEvent} event */
function pressed(parts, event) {
  const { desk, choose, write, cancel } = parts;
  const { selection, viewport } = desk;
  const { key, shiftKey } = event;
  const arrow = ARROWS[key];
  if (arrow) {
    const by = shiftKey ? 1 : 10;
    if (selection.size > 0 && desk.mayDraw) desk.history.do(selection.elements().map(({ id, page, place }) => moved(id, page, { ...place, x: place.x + arrow[0] * by, y: place.y + arrow[1] * by })));
    else viewport.pan(arrow[0] * 60, arrow[1] * 60);
    return true;
  }
  const tool = TOOLS[Number(key) - 1];
  if (tool && /^[1-9]$/.test(key)) {
    choose(tool);
    return true;
  }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      if (desk.mayDraw) desk.history.do(selection.elements().map(({ id, page }) => deleted(id, page)));
      return true;
    case 'Escape':
      return cancel();
    case 'Enter': {
      const [only, other] = selection.elements();
      if (only && !other && 'text' in only.body && desk.mayDraw) write(only.id);
      return only !== undefined;
    }
    case '+':
      viewport.zoomBy(1.25);
      return true;
    case '-':
      viewport.zoomBy(1 / 1.25);
      return true;
    case '0':
      viewport.zoomBy(1 / viewport.zoom);
      return true;
    default:
      return false;
  }
}
