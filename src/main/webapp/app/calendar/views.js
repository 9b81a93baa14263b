import { onSchedule } from './schedule-options.js';

/** The schedule of PrimeFaces asks the page for this function by name. */
const word = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-work-week]'))?.dataset.workWeek ?? '';

Object.assign(globalThis, {
  /** @this {{cfg: {options: Record<string, unknown>}}} */
  plenumCalendarViews() {
    this.cfg.options = onSchedule(this.cfg.options, word, matchMedia('(max-width: 700px)').matches);
  },
});
