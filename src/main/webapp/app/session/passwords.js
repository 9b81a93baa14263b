/**
 * The password of a meeting as this tab knows it: whoever set or typed it can put it into invitations. The server keeps a hash only.
 */

const NEW = 'plenum-new-password';
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 3;
const GROUP = 4;

/** Easy to read out, 60 random bits. @param {(bytes: Uint8Array<ArrayBuffer>) => void} [fill] */
export function generate(fill = (bytes) => void crypto.getRandomValues(bytes)) {
  const bytes = new Uint8Array(GROUPS * GROUP);
  fill(bytes);
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]);
  return Array.from({ length: GROUPS }, (_, i) => letters.slice(i * GROUP, (i + 1) * GROUP).join('')).join('-');
}

/** From the page that makes a meeting to the meeting's own, which this tab opens next. @param {string} password */
export function handOver(password) {
  quietly(() => (password ? sessionStorage.setItem(NEW, password) : sessionStorage.removeItem(NEW)));
}

export class PasswordKeeper {
  #key;

  /** @param {string} letters */
  constructor(letters) {
    this.#key = `plenum-password-${letters}`;
    const handed = quietly(() => sessionStorage.getItem(NEW));
    if (handed) this.keep(handed);
    handOver('');
  }

  read() {
    return quietly(() => sessionStorage.getItem(this.#key)) ?? '';
  }

  /** @param {string} password empty to forget it */
  keep(password) {
    quietly(() => (password ? sessionStorage.setItem(this.#key, password) : sessionStorage.removeItem(this.#key)));
  }
}

/** Storage may be forbidden; then the invitation has no password. @template T @param {() => T} use @returns {T | null} */
function quietly(use) {
  try {
    return use();
  } catch {
    return null;
  }
}
