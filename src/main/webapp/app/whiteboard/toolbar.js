import { h, set } from '../ui/dom.js';
import { boardButton, picture, popover } from './chrome.js';

/**
 * The tools of the board, and with what they draw.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Style } from './desk.js'
 * @typedef {'select' | 'hand' | 'pen' | 'marker' | 'eraser' | 'rect' | 'ellipse' | 'diamond' | 'triangle' | 'line' | 'arrow' | 'text' | 'note' | 'laser'} ToolName
 * @typedef {{t: Translate, onTool(name: ToolName): void, onStyle(style: Partial<Style>): void, onPicture(): void, undo(): void, redo(): void}} ToolbarParts
 */

/** @type {readonly ToolName[]} */
export const TOOLS = ['select', 'hand', 'pen', 'marker', 'eraser', 'text', 'note', 'laser'];
/** @type {readonly ToolName[]} */
export const SHAPES = ['rect', 'ellipse', 'diamond', 'triangle', 'line', 'arrow'];
export const COLORS = ['#1d2b28', '#d6322b', '#e8710a', '#c99700', '#2e8b3d', '#0b7a70', '#1f6fd6', '#7a3fc4', '#c2338f', '#6b7674'];
export const NOTE_COLORS = ['#fff1a8', '#ffd3b5', '#ffc6d9', '#d9ccff', '#c4e3ff', '#c9f0d2'];
export const WIDTHS = [2, 4, 8, 16];

/** @param {ToolbarParts} parts */
export function toolbar({ t, onTool, onStyle, onPicture, undo, redo }) {
  /** @type {Map<string, HTMLElement>} */
  const buttons = new Map();
  const tool = (/** @type {ToolName} */ name) => {
    const number = TOOLS.indexOf(name) + 1;
    const button = boardButton(name, t(`stage.board.tool.${name}`), () => onTool(name), number > 0 ? String(number) : undefined);
    buttons.set(name, button);
    return button;
  };
  const shapes = h('div', { class: 'board-shapes', role: 'group', 'aria-label': t('stage.board.shapes') });
  const shapesButton = boardButton('shape', t('stage.board.shapes'), () => undefined);
  shapes.append(...SHAPES.map(tool));
  shapes.addEventListener('click', () => shapes.hidePopover());
  popover(shapesButton, shapes);
  const style = styleWindow(t, onStyle);
  const undoButton = boardButton('undo', t('stage.board.undo'), undo, 'Ctrl+Z');
  const redoButton = boardButton('redo', t('stage.board.redo'), redo, 'Ctrl+Y');
  const lines = [tool('pen'), tool('marker'), tool('eraser')];
  const things = [shapesButton, tool('text'), tool('note'), boardButton('picture', t('stage.board.picture'), onPicture)];
  const element = h('div', { class: 'board-tools', role: 'toolbar', 'aria-label': t('stage.board.tools') }, tool('select'), tool('hand'), ...lines, style.button, undoButton, redoButton, ...things, tool('laser'), shapes, style.content);
  return {
    element,
    /** @param {{tool: ToolName, style: Style, mayDraw: boolean, canUndo: boolean, canRedo: boolean}} state */
    update({ tool: chosen, style: now, mayDraw, canUndo, canRedo }) {
      for (const [name, button] of buttons) set(button, 'aria-pressed', String(name === chosen));
      const shape = SHAPES.find((name) => name === chosen);
      set(shapesButton, 'data-on', shape !== undefined);
      shapesButton.replaceChildren(picture(shape ?? 'shape'));
      for (const button of [...lines, ...things, style.button]) set(button, 'disabled', !mayDraw);
      set(undoButton, 'disabled', !mayDraw || !canUndo);
      set(redoButton, 'disabled', !mayDraw || !canRedo);
      style.update(now);
    },
  };
}

/** Colour, width, filled or not. @param {Translate} t @param {(style: Partial<Style>) => void} onStyle */
function styleWindow(t, onStyle) {
  const dot = h('span', { class: 'board-dot' });
  const button = h('button', { type: 'button', class: 'board-button', 'aria-label': t('stage.board.style'), title: t('stage.board.style') }, dot);
  const swatches = COLORS.map((color, i) => {
    const swatch = h('button', { type: 'button', class: 'board-swatch', 'aria-label': t(`stage.board.color.${i}`), title: t(`stage.board.color.${i}`), onclick: () => onStyle({ color }) });
    swatch.style.setProperty('--swatch', color);
    return { swatch, color };
  });
  const own = h('input', { type: 'color', 'aria-label': t('stage.board.color.own'), title: t('stage.board.color.own'), onchange: () => onStyle({ color: own.value }) });
  const widths = WIDTHS.map((width, i) => {
    const line = h('span', { class: 'board-width' });
    line.style.setProperty('--width', `${width}px`);
    return { width, choice: h('button', { type: 'button', class: 'board-button', 'aria-label': t(`stage.board.width.${i}`), title: t(`stage.board.width.${i}`), onclick: () => onStyle({ width }) }, line) };
  });
  const filled = h('input', { type: 'checkbox', onchange: () => onStyle({ filled: filled.checked }) });
  const content = h(
    'div',
    { class: 'board-style', role: 'group', 'aria-label': t('stage.board.style') },
    h('div', { class: 'board-swatches' }, ...swatches.map(({ swatch }) => swatch), own),
    h('div', { class: 'board-widths' }, ...widths.map(({ choice }) => choice)),
    h('label', { class: 'check' }, filled, h('span', {}, t('stage.board.filled'))),
  );
  popover(button, content);
  return {
    button,
    content,
    /** @param {Style} style */
    update({ color, width, filled: full }) {
      dot.style.setProperty('--swatch', color);
      for (const one of swatches) set(one.swatch, 'aria-pressed', String(one.color === color));
      for (const one of widths) set(one.choice, 'aria-pressed', String(one.width === width));
      own.value = color;
      filled.checked = full;
    },
  };
}
