/** How long a finger rests before it draws or takes an event, in milliseconds: shorter, and scrolling would move events. */
const LONG_PRESS = 450;

/**
 * What the schedule gets beyond what its component can be told: the working days as a view, events that the keyboard reaches, and a small
 * screen's first view.
 * @param {Record<string, unknown>} options @param {string} word name of the working days @param {boolean} narrow
 */
export function onSchedule(options, word, narrow) {
  return {
    ...options,
    views: { .../** @type {object} */ (options.views ?? {}), workWeek: { type: 'timeGrid', duration: { weeks: 1 }, dateAlignment: 'week', weekends: false } },
    // its own name comes before that of a week, which the component sets for all views of one
    buttonText: { .../** @type {object} */ (options.buttonText ?? {}), workWeek: word },
    initialView: narrow ? 'listMonth' : options.initialView,
    eventInteractive: true,
    longPressDelay: LONG_PRESS,
    selectMirror: true,
    nowIndicator: true,
  };
}
