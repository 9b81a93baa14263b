/**
 * What this browser remembers of the recordings that its reader consented to: a secret for each, by which they can take it back.
 *
 * @typedef {{token: string, meeting: string, at: number}} Right
 */
const KEY = 'plenum.recording-rights';
const MOST = 50;
const TOKEN = /^[\w-]{20,64}$/;

/** @param {Pick<Storage, 'getItem'> | null} shelf @returns {readonly Right[]} the latest first */
export function rights(shelf) {
  try {
    const all = JSON.parse(shelf?.getItem(KEY) ?? '[]');
    return Array.isArray(all) ? all.filter(isRight) : [];
  } catch {
    return [];
  }
}

/** Once for each secret. @param {Pick<Storage, 'getItem' | 'setItem'> | null} shelf @param {Right} right */
export function remember(shelf, right) {
  const others = rights(shelf).filter(({ token }) => token !== right.token);
  try {
    shelf?.setItem(KEY, JSON.stringify([right, ...others].slice(0, MOST)));
  } catch {
    // a browser that stores nothing: the dialog shows the address all the same
  }
}

/** @param {string} text */
export function isToken(text) {
  return TOKEN.test(text);
}

/** @param {unknown} value @returns {value is Right} */
function isRight(value) {
  const { token, meeting, at } = /** @type {Record<string, unknown>} */ (value ?? {});
  return typeof token === 'string' && isToken(token) && typeof meeting === 'string' && typeof at === 'number';
}
