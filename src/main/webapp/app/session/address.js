import { socketTo } from '../platform/pages.js';

/** The parameters in the page's address. */

/** The token of a second device's link; taken out of the address, where others could read it. @returns {string | undefined} */
export function deviceToken() {
  const [, token, rest] = /^#device=([^&]+)(?:&(.+))?$/.exec(window.location.hash) ?? [];
  if (token) window.history.replaceState(null, '', rest ? `${window.location.pathname}#${rest}` : window.location.pathname);
  return token;
}

/** @param {string} letters */
export function socketAddress(letters) {
  return socketTo(`/ws/meetings/${letters}`);
}
