import { pathTo } from './pages.js';

/**
 * Gets the attention of somebody who looks elsewhere: the number of news in the title of the tab and on the icon of the program, and, where the
 * reader wants that, a notification of the system for what concerns them.
 *
 * @import { Preferences } from './preferences.js'
 */

const COUNTED = /^\(\d+\) /;

export class Attention {
  #count = 0;
  #preferences;

  /** @param {Preferences} preferences */
  constructor(preferences) {
    this.#preferences = preferences;
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.#show(0);
    });
  }

  /** Whether the system tells this page's news. */
  get isOn() {
    return this.#preferences.now.notify && permission() === 'granted';
  }

  /** Whether the reader has forbidden it, which only the browser's own settings can change. */
  get isForbidden() {
    return permission() === 'denied';
  }

  /** Only ever after a click of the reader. @param {boolean} on */
  async turn(on) {
    if (on && permission() === 'default') await Notification.requestPermission();
    this.#preferences.change({ notify: on && permission() === 'granted' });
  }

  /** Something happened that can wait. */
  note() {
    if (document.hidden) this.#show(this.#count + 1);
  }

  /**
   * Something happened that somebody should come for.
   *
   * @param {{title: string, body: string, tag: string}} news a later one with the same tag takes the place of this
   */
  call({ title, body, tag }) {
    if (!document.hidden) return;
    this.note();
    if (!this.isOn) return;
    try {
      const notification = new Notification(title, { body, tag, icon: pathTo('/images/icon-192.png') });
      notification.onclick = () => {
        window.focus();
        notification.close();
      };
    } catch {
      // some phones allow notifications to service workers only; title, sound and banner are there
    }
  }

  /** @param {number} count */
  #show(count) {
    if (count === this.#count) return;
    this.#count = count;
    document.title = counted(document.title, count);
    const badge = /** @type {{setAppBadge?(count: number): Promise<void>}} */ (navigator);
    void badge.setAppBadge?.(count).catch(() => undefined);
  }
}

/** @returns {NotificationPermission} */
function permission() {
  return window.Notification?.permission ?? 'denied';
}

/** A title with the number of news before it. Pure. @param {string} title @param {number} count */
export function counted(title, count) {
  const bare = title.replace(COUNTED, '');
  return count > 0 ? `(${count}) ${bare}` : bare;
}

/** Whether a message calls somebody by name: `@Ada`, `@ada lovelace`. Pure. @param {string} text @param {string} name */
export function mentions(text, name) {
  const folded = text.normalize('NFKC').toLowerCase();
  const full = name.normalize('NFKC').toLowerCase().trim();
  const [first] = full.split(/\s+/);
  return [full, first].some((called) => called !== '' && new RegExp(`@${escaped(called)}(?![\\p{L}\\p{N}])`, 'u').test(folded));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
