/**
 * Which file each upload is of, remembered in this browser: a file that only has the name and the size of another one is not taken for it. The
 * server knows names alone.
 *
 * @typedef {import('../platform/upload.js').Wish} Wish
 * @typedef {Pick<Storage, 'getItem' | 'setItem'>} Store
 */

const KEY = 'plenum.drive.uploads';

export class Marks {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
  }

  /** @returns {Record<string, string>} */
  all() {
    try {
      return JSON.parse(this.store.getItem(KEY) ?? '{}');
    } catch {
      return {};
    }
  }

  /** @param {string} id @param {Wish} wish */
  keep(id, wish) {
    this.write({ ...this.all(), [id]: mark(wish) });
  }

  /** Whether it may be the same file: yes, when another browser has begun it. @param {string} id @param {Wish} wish */
  fits(id, wish) {
    return [undefined, mark(wish)].includes(this.all()[id]);
  }

  /** Forgets all others. @param {string[]} ids */
  retain(ids) {
    this.write(Object.fromEntries(Object.entries(this.all()).filter(([id]) => ids.includes(id))));
  }

  /** @param {Record<string, string>} marks */
  write(marks) {
    try {
      this.store.setItem(KEY, JSON.stringify(marks));
    } catch {
      // a browser that stores nothing goes on by name and size
      return;
    }
  }
}

/** @param {Wish} wish */
function mark({ path, file }) {
  return `${path}|${file.size}|${file.lastModified}`;
}
