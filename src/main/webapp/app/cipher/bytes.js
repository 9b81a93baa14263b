/**
 * Bytes as text and back. Pure.
 *
 * @typedef {Uint8Array<ArrayBuffer>} Bytes
 */

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true });
/** `String.fromCharCode` takes its bytes as arguments, of which a browser allows so many. */
const CHUNK = 8192;

/** @param {string} text @returns {Bytes} */
export function utf8(text) {
  return new Uint8Array(ENCODER.encode(text));
}

/** Throws when the bytes are not UTF-8. @param {Uint8Array} bytes */
export function textOf(bytes) {
  return DECODER.decode(bytes);
}

/** @param {...Uint8Array} parts @returns {Bytes} */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Base64url without padding (RFC 4648, section 5). @param {Uint8Array} bytes */
export function base64url(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} text @returns {Bytes | null} null when it is not base64url */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function alike(one, other) {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
