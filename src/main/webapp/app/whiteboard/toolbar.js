import { h, set } from '../ui/dom.js';
import { boardButton, picture, popover } from './chrome.js';

/**
 * The tools of the board, and with what they draw. Where there is no room for all of them, as on a phone, some are in a window that a button opens.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Style } from './desk.js'
 * @typedef {'select' | 'hand' | 'pen' | 'marker' | 'eraser' | 'rect' | 'ellipse' | 'diamond' | 'triangle' | 'line' | 'arrow' | 'text' | 'note' | 'laser'} ToolName
 * @typedef {{t: Translate, onTool(name: ToolName): void, onStyle(style: Partial<Style>): void, onPicture(): void, undo(): void, redo(): void}} ToolbarParts
 */

/** @type {readonly ToolName[]} */
export const TOOLS = ['select', 'hand', 'pen', 'marker', 'eraser', 'text', 'note', 'laser'];
/** @type {readonly ToolName[]} */
const SHAPES = ['rect', 'ellipse', 'diamond', 'triangle', 'line', 'arrow'];
export const COLORS = ['#1d2b28', '#d6322b', '#e8710a', '#c99700', '#2e8b3d', '#0b7a70', '#1f6fd6', '#7a3fc4', '#c2338f', '#6b7674'];
export const NOTE_COLORS = ['#fff1a8', '#ffd3b5', '#ffc6d9', '#d9ccff', '#c4e3ff', '#c9f0d2'];
const WIDTHS = [2, 4, 8, 16];
/** No wider than this, and only some tools are in the row. */
const NARROW = '(max-width: 600px)';

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
  const [shapesButton, shapes] = windowOf('shape', t('stage.board.shapes'));
  const [restButton, rest] = windowOf('more', t('stage.board.tools.more'));
  const style = styleWindow(t, onStyle);
  const undoButton = boardButton('undo', t('stage.board.undo'), undo, 'Ctrl+Z');
  const redoButton = boardButton('redo', t('stage.board.redo'), redo, 'Ctrl+Y');
  const [select, hand, laser] = [tool('select'), tool('hand'), tool('laser')];
  const [pen, marker, eraser] = [tool('pen'), tool('marker'), tool('eraser')];
  const [text, note, photo] = [tool('text'), tool('note'), boardButton('picture', t('stage.board.picture'), onPicture)];
  const figures = SHAPES.map(tool);
  const drawing = [pen, marker, eraser, style.button, shapesButton, text, note, photo, ...figures];
  const row = h('div', { class: 'board-row' });
  const element = h('div', { class: 'board-tools', role: 'toolbar', 'aria-label': t('stage.board.tools') }, row, shapes, rest, style.content);
  const narrow = window.matchMedia(NARROW);
  narrow.addEventListener('change', arrange);
  arrange();
  return {
    element,
    /** @param {{tool: ToolName, style: Style, mayDraw: boolean, canUndo: boolean, canRedo: boolean}} state */
    update({ tool: chosen, style: now, mayDraw, canUndo, canRedo }) {
      for (const [name, button] of buttons) set(button, 'aria-pressed', String(name === chosen));
      show(shapesButton, 'shape', SHAPES.find((name) => name === chosen));
      const hidden = rest.contains(buttons.get(chosen) ?? null);
      show(restButton, 'more', hidden ? chosen : undefined);
      for (const button of drawing) set(button, 'disabled', !mayDraw);
      set(undoButton, 'disabled', !mayDraw || !canUndo);
      set(redoButton, 'disabled', !mayDraw || !canRedo);
      style.update(now);
    },
  };

  function arrange() {
    if (narrow.matches) {
      row.replaceChildren(select, pen, eraser, note, style.button, undoButton, restButton);
      rest.replaceChildren(hand, marker, text, photo, ...figures, laser, redoButton);
    } else {
      rest.replaceChildren();
      row.replaceChildren(select, hand, pen, marker, eraser, style.button, undoButton, redoButton, shapesButton, text, note, photo, laser);
      shapes.replaceChildren(...figures);
    }
  }
}

/** A button that shows what was chosen in its window. @param {HTMLElement} button @param {string} usual @param {ToolName} [chosen] */
function show(button, usual, chosen) {
  set(button, 'data-on', chosen !== undefined);
  button.replaceChildren(picture(chosen ?? usual));
}

/** A button, and the window with tools that it opens. @param {string} name @param {string} label @returns {[HTMLButtonElement, HTMLElement]} */
function windowOf(name, label) {
  const button = boardButton(name, label, () => undefined);
  const content = h('div', { class: 'board-more-tools', role: 'group', 'aria-label': label });
  content.addEventListener('click', ({ target }) => /** @type {Element} */ (target).closest('button') && content.hidePopover());
  popover(button, content);
  return [button, content];
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
