/**
 * The key of an encrypted meeting in this tab: the page that makes a meeting leaves it for the meeting's own page, and a reload finds it again.
 */

const NEW = 'plenum-new-key';

/** @param {string} letters */
const nameOf = (letters) => `plenum-key-${letters}`;

/** The key of a meeting that this tab was given, as the fragment of a link; empty without one. @param {string} letters */
export function keptKey(letters) {
  return quietly(() => sessionStorage.getItem(nameOf(letters))) ?? '';
}

/** @param {string} letters @param {string} fragment empty: it is forgotten */
export function keepKey(letters, fragment) {
  quietly(() => (fragment ? sessionStorage.setItem(nameOf(letters), fragment) : sessionStorage.removeItem(nameOf(letters))));
}

/** @param {string} letters */
export function keyShelf(letters) {
  const name = nameOf(letters);
  const handed = quietly(() => sessionStorage.getItem(NEW));
  quietly(() => sessionStorage.removeItem(NEW));
  return {
    read: () => handed ?? quietly(() => sessionStorage.getItem(name)) ?? '',
    /** @param {string} fragment */
    keep: (fragment) => void quietly(() => sessionStorage.setItem(name, fragment)),
  };
}

/** What was handed over and not taken yet. */
export function handedKey() {
  return quietly(() => sessionStorage.getItem(NEW)) ?? '';
}

/** From the page that makes a meeting. @param {string} fragment empty: no key */
export function handOverKey(fragment) {
  quietly(() => (fragment ? sessionStorage.setItem(NEW, fragment) : sessionStorage.removeItem(NEW)));
}

/** Storage may be forbidden; then the address alone has the key. @template T @param {() => T} use @returns {T | null} */
function quietly(use) {
  try {
    return use();
  } catch {
    return null;
  }
}
