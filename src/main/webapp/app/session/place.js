/**
 * Stores this tab's place in a meeting, so that a reload re-enters as the same participant; and what this browser remembers
 * of its reader.
 *
 * @typedef {{resume: string, name: string, microphone: boolean, camera: boolean}} Place
 */

const NAME = 'plenum-name';

export class PlaceKeeper {
  #key;

  /** @param {string} letters */
  constructor(letters) {
    this.#key = `plenum-place-${letters}`;
  }

  /** @returns {Place | null} */
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {Place} place */
  keep(place) {
    quietly(() => sessionStorage.setItem(this.#key, JSON.stringify(place)));
  }

  /** Another name or other devices, if there is a place. @param {Partial<Place>} part */
  change(part) {
    const place = this.read();
    if (place) this.keep({ ...place, ...part });
  }

  forget() {
    quietly(() => sessionStorage.removeItem(this.#key));
  }
}

export function rememberedName() {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} name */
export function rememberName(name) {
  quietly(() => localStorage.setItem(NAME, name));
}

/** Storage may be full or forbidden; then nothing is remembered, and everything else works. @param {() => void} write */
function quietly(write) {
  try {
    write();
  } catch {
    // see above
  }
}
