import { focusKeeper } from './focus.js';

/** @typedef {{el: HTMLElement, view: {calendar: {updateSize(): void}}}} Mounted a view of the schedule */

/** How long a finger rests before it draws or takes an event, in milliseconds: shorter, and scrolling would move events. */
const LONG_PRESS = 450;

/**
 * What the schedule gets beyond what its component can be told: the working days as a view, events and scrolled parts that the keyboard reaches,
 * and a small screen's first view.
 * @param {Record<string, unknown>} options
 * @param {{workWeek: string, scrolled: string, page?: Document}} words names of the working days and of a part that is scrolled
 * @param {boolean} narrow
 */
export function onSchedule(options, words, narrow) {
  /** @param {Mounted} mounted */
  const reach = ({ el, view }) => {
    keyboardReaches(el, words.scrolled);
    follow(el, view);
  };
  return {
    ...options,
    views: { .../** @type {object} */ (options.views ?? {}), workWeek: { type: 'timeGrid', duration: { weeks: 1 }, dateAlignment: 'week', weekends: false } },
    // its own name comes before that of a week, which the component sets for all views of one
    buttonText: { .../** @type {object} */ (options.buttonText ?? {}), workWeek: words.workWeek },
    initialView: narrow ? 'listMonth' : options.initialView,
    eventInteractive: true,
    longPressDelay: LONG_PRESS,
    selectMirror: true,
    nowIndicator: true,
    viewDidMount: reach,
    // a day's name would be its number alone, and not what one sees in it
    dayCellDidMount: (/** @type {{el: HTMLElement}} */ { el }) => el.removeAttribute('aria-labelledby'),
    eventDidMount: words.page ? focusKeeper(words.page) : undefined,
  };
}

/**
 * The day and the list scroll by themselves: arrow keys have to reach them where nothing within has the focus (WCAG 2.1.1). In the grid, what is
 * scrolled is a group of its rows.
 * @param {Element} view @param {string} name
 */
export function keyboardReaches(view, name) {
  for (const part of view.querySelectorAll('.fc-scroller-liquid-absolute, .fc-scroller-liquid')) {
    const grid = part.closest('[role=grid]');
    part.closest('[role=rowgroup]')?.setAttribute('role', 'presentation');
    part.setAttribute('tabindex', '0');
    part.setAttribute('role', grid ? 'rowgroup' : 'group');
    part.setAttribute('aria-label', name);
  }
}

/** The columns are as wide as there is room, also when that changes without the window, or a telephone is turned. @param {HTMLElement} el @param {Mounted['view']} view */
function follow(el, view) {
  let width = el.clientWidth;
  const observer = new ResizeObserver(() => {
    if (!el.isConnected) return observer.disconnect();
    if (el.clientWidth === width) return;
    width = el.clientWidth;
    view.calendar.updateSize();
  });
  observer.observe(el);
}
