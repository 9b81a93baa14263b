/** Bytes of a text in Base64 for addresses, without padding. Pure. @param {string} text */
export function fromBase64(text) {
  const usual = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(usual), (letter) => letter.charCodeAt(0));
}

/** Whether they are the same. Pure. @param {Uint8Array} one @param {Uint8Array} other */
export const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** What the server knows an address by: its SHA-256, in hexadecimal digits. @param {string} address */
export async function markOf(address) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(address));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
