/** Times as their reader writes them, in the reader's zone. */
export class Moments {
  #t;
  #time;
  #day;
  #full;

  /** @param {import('./texts.js').Translate} t @param {string} [language] */
  constructor(t, language = document.documentElement.lang) {
    this.#t = t;
    this.#time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
    this.#day = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    this.#full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  /** @param {number} at */
  time(at) {
    return this.#time.format(at);
  }

  /** @param {number} at */
  full(at) {
    return this.#full.format(at);
  }

  /** @param {number} at @param {number} [now] */
  day(at, now = Date.now()) {
    const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
    if (days === 0) return this.#t('stage.today');
    return days === 1 ? this.#t('stage.yesterday') : this.#day.format(at);
  }
}

/** @param {number} at */
function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
