import { onSchedule } from './schedule-options.js';

/** The schedule of PrimeFaces asks the page for this function by name. */
const { workWeek = '', scrolled = '' } = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-work-week]'))?.dataset ?? {};

Object.assign(globalThis, {
  /** @this {{cfg: {options: Record<string, unknown>}}} */
  plenumCalendarViews() {
    this.cfg.options = onSchedule(this.cfg.options, { workWeek, scrolled, page: document }, matchMedia('(max-width: 700px)').matches);
  },
});
