import { h, set } from '../ui/dom.js';

/**
 * Buttons of the board. Their pictures come with it, so that a meeting without a board does not load them.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** Paths of 24 by 24. @type {Readonly<Record<string, string>>} */
const PICTURES = {
  select: 'M5.5 3.5l13 7.500-5.600 1.700-2.700 5.300zM13.500 13l4.500 6.500',
  hand: 'M8 12.500V6.200a1.500 1.500 0 0 1 3 0M11 11V4.700a1.500 1.500 0 0 1 3 0V11M14 11V6a1.500 1.500 0 0 1 3 0v8.500c0 3.500-2.300 6-5.500 6-2.600 0-4-1.200-5.200-3.200L4.200 13.800c-.9-1.500 1-2.700 2.100-1.400L8 14.500',
  pen: 'M4 20l1.200-4.600L16.500 4.100a1.700 1.700 0 0 1 2.400 0l1 1a1.700 1.700 0 0 1 0 2.400L8.600 18.800zM14.500 6.200l3.300 3.300',
  marker: 'M9 13.500L15.800 4.600a1.400 1.400 0 0 1 2-.2l1.900 1.600a1.400 1.400 0 0 1 .2 2L12.700 16.500zM9 13.500l-1 4 1.200 1 3.500-2M3.500 20.500h9',
  eraser: 'M8 19.500l-4-4a1.700 1.700 0 0 1 0-2.400L13.100 4a1.700 1.700 0 0 1 2.400 0l4.500 4.500a1.700 1.700 0 0 1 0 2.400l-8.600 8.600zM8.500 8.600l7 7M8 19.500h12',
  shape: 'M3.500 9.500h10v10h-10zM14 14a5.500 5.500 0 1 0-5.500-6',
  rect: 'M4 6h16v12H4z',
  ellipse: 'M12 5.500c5 0 9 2.900 9 6.500s-4 6.500-9 6.500-9-2.900-9-6.500 4-6.500 9-6.500z',
  diamond: 'M12 3.500l8.500 8.500-8.500 8.500L3.500 12z',
  triangle: 'M12 4.500l8.500 15h-17z',
  line: 'M4.500 19.500l15-15',
  arrow: 'M4.500 19.500l15-15M11 4.500h8.500V13',
  text: 'M5 7V4.500h14V7M12 4.500v15M9 19.500h6',
  note: 'M4.500 4.500h15v10l-5 5h-10zM19.500 14.500h-5v5',
  picture: 'M4 5h16v14H4zM4 16l4.500-4.500 4 4 2.500-2.500 5 5M15.500 9.500h.01',
  laser: 'M3.500 20.500l8-8M14.500 9.500l1-1M15.500 4v-1M20 8.500h1M18.800 5.200l.9-.9M12.500 5.500l-.7-.7M18.500 11.500l.7.7',
  undo: 'M8.500 5.500L4 10l4.500 4.500M4 10h10a5.500 5.500 0 0 1 0 11h-3',
  redo: 'M15.500 5.500L20 10l-4.500 4.500M20 10H10a5.500 5.500 0 0 0 0 11h3',
  minus: 'M5 12h14',
  plus: 'M5 12h14M12 5v14',
  group: 'M4 4h16v16H4zM8 8h5v5H8zM11 11h5v5h-5z',
  ungroup: 'M4 4h7v7H4zM13 13h7v7h-7z',
  front: 'M9 9h11v11H9zM5 14H4V4h10v1',
  back: 'M4 4h11v11H4zM19 10h1v10H10v-1',
  left: 'M4 3.500v17M8 7h11v3.500H8zM8 14h6v3.500H8z',
  center: 'M12 3.500v17M6 7h12v3.500H6zM8.500 14h7v3.500h-7z',
  right: 'M20 3.500v17M5 7h11v3.500H5zM10 14h6v3.500h-6z',
  top: 'M3.500 4h17M7 8h3.500v11H7zM14 8h3.500v6H14z',
  middle: 'M3.500 12h17M7 6h3.500v12H7zM14 8.500h3.500v7H14z',
  bottom: 'M3.500 20h17M7 5h3.500v11H7zM14 10h3.500v6H14z',
  more: 'M4.900 12a.600.600 0 1 0 1.200 0 .600.600 0 0 0-1.200 0zM11.400 12a.600.600 0 1 0 1.200 0 .600.600 0 0 0-1.200 0zM17.900 12a.600.600 0 1 0 1.200 0 .600.600 0 0 0-1.200 0z',
  list: 'M8.500 6h12M8.500 12h12M8.500 18h12M4 6h.01M4 12h.01M4 18h.01',
  copy: 'M8.500 8.500h11v11h-11zM5.500 15.500h-1v-11h11v1',
  delete: 'M5 7h14M9.500 7V4.500h5V7M7 7l.8 12.500h8.400L17 7',
  close: 'M6 6l12 12M18 6L6 18',
  page: 'M6 3.500h8l4 4v13H6zM14 3.500v4h4',
  next: 'M9.500 5.500l6.500 6.500-6.500 6.500',
  previous: 'M14.500 5.500L8 12l6.500 6.500',
};

/** @param {string} name */
export function picture(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', '0 0 24 24');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PICTURES[name]);
  svg.append(path);
  return svg;
}

/**
 * @param {string} name of its picture
 * @param {string} label
 * @param {(event: Event) => void} onClick
 * @param {string} [keys] the shortcut, shown in the tooltip
 */
export function boardButton(name, label, onClick, keys) {
  const element = h('button', { type: 'button', class: 'board-button', 'aria-label': label, title: keys ? `${label} (${keys})` : label, onclick: onClick }, picture(name));
  if (keys) set(element, 'aria-keyshortcuts', keys);
  return element;
}

/**
 * A button that opens a small window beside it.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} content
 */
export function popover(button, content) {
  content.popover = 'auto';
  content.classList.add('board-popover');
  const place = () => {
    const anchor = button.getBoundingClientRect();
    const size = content.getBoundingClientRect();
    const left = Math.max(8, Math.min(anchor.right + 8, window.innerWidth - size.width - 8));
    const beside = anchor.right + 8 + size.width <= window.innerWidth;
    const top = beside ? anchor.top : anchor.top - size.height - 8;
    content.style.setProperty('left', `${left}px`);
    content.style.setProperty('top', `${Math.max(8, Math.min(top, window.innerHeight - size.height - 8))}px`);
  };
  /** @type {HTMLButtonElement} */ (button).popoverTargetElement = content;
  set(button, 'aria-haspopup', 'dialog');
  set(button, 'aria-expanded', 'false');
  content.addEventListener('toggle', (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === 'open';
    set(button, 'aria-expanded', String(open));
    if (open) {
      place();
      /** @type {HTMLElement | null} */ (content.querySelector('[aria-pressed="true"], :checked, button, input'))?.focus();
    } else if (content.contains(document.activeElement)) {
      button.focus();
    }
  });
  return content;
}
