import { base64url, fromBase64url, utf8 } from './bytes.js';

/**
 * The key of an encrypted meeting and what is derived from it (HKDF-SHA-256, RFC 5869). The key itself never leaves the browsers: it travels
 * in the fragment of the meeting's link, or by voice. The server knows the check value and the salt of a typed phrase. Pure.
 *
 * @import { Bytes } from './bytes.js'
 * @typedef {{check: string, salt: string}} KeyCheck what the server knows of a key
 */

const BYTES = 32;
const SALT_BYTES = 16;
const CHECK_BYTES = 16;
/** OWASP's figure for PBKDF2 with SHA-256. */
const ROUNDS = 600_000;
const FRAGMENT = /(?:^|[#&])k=([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/;

/** Fewer characters are tried out too fast by whoever has the check value. */
export const SHORTEST_PHRASE = 12;
export const LONGEST_PHRASE = 200;
/** Of how many pictures each of the four is drawn. */
export const PICTURES = 32;

/** @returns {Bytes} */
export function drawKey() {
  return crypto.getRandomValues(new Uint8Array(BYTES));
}

/** For a phrase. */
export function drawSalt() {
  return base64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
}

/** The key in the fragment of a link or in a page's address. @param {string} address @returns {Bytes | null} */
export function keyIn(address) {
  const found = FRAGMENT.exec(address.slice(Math.max(0, address.indexOf('#'))))?.[1];
  return found ? whole(fromBase64url(found)) : null;
}

/** @param {Uint8Array} key */
export function fragmentOf(key) {
  return `k=${base64url(key)}`;
}

/**
 * The key that somebody typed: a link that has it, its letters, or a phrase that it is derived from.
 *
 * @param {string} typed
 * @param {string} salt of the meeting
 * @returns {Promise<Bytes | null>} null when it can be none of them
 */
export async function keyOfTyped(typed, salt) {
  const text = typed.trim();
  const given = keyIn(text) ?? (text.length === 43 ? whole(fromBase64url(text)) : null);
  if (given) return given;
  if (text.length > LONGEST_PHRASE || [...text].length < SHORTEST_PHRASE) return null;
  return keyOfPhrase(text, salt);
}

/** PBKDF2-SHA-256. Spaces and the case of letters do not count, so that a phrase can be told by voice. @param {string} phrase @param {string} salt @returns {Promise<Bytes>} */
export async function keyOfPhrase(phrase, salt) {
  const same = phrase.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const material = await crypto.subtle.importKey('raw', utf8(same), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(salt), iterations: ROUNDS };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 8 * BYTES));
}

/** @param {Uint8Array} secret @param {string} purpose @param {number} [bytes] @returns {Promise<Bytes>} */
export async function derived(secret, purpose, bytes = BYTES) {
  const material = await secretKey(secret);
  return new Uint8Array(await crypto.subtle.deriveBits(parametersFor(utf8(`plenum ${purpose}`)), material, 8 * bytes));
}

/** Something to derive keys from, which cannot be read back. @param {Uint8Array} secret @returns {Promise<CryptoKey>} */
export function secretKey(secret) {
  return crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** AES-256-GCM. @param {CryptoKey} secret @param {Uint8Array<ArrayBuffer>} purpose @returns {Promise<CryptoKey>} */
export function cipherKey(secret, purpose) {
  return crypto.subtle.deriveKey(parametersFor(purpose), secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** What the server keeps, to compare it with what others have. @param {Uint8Array} key */
export async function checkOf(key) {
  return base64url(await derived(key, 'check', CHECK_BYTES));
}

/** Whether this is the meeting's key. @param {Uint8Array} key @param {KeyCheck} known */
export async function fits(key, { check }) {
  return (await checkOf(key)) === check;
}

/** Indices of four pictures, the same at all who have the same key. @param {Uint8Array} key */
export async function picturesOf(key) {
  return [...(await derived(key, 'compare', 4))].map((byte) => byte % PICTURES);
}

/** @param {Uint8Array<ArrayBuffer>} info @returns {HkdfParams} */
function parametersFor(info) {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
}

/** @param {Bytes | null} key */
function whole(key) {
  return key?.length === BYTES ? key : null;
}
