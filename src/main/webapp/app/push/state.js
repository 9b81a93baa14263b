/**
 * Whether notices reach this device. Pure.
 *
 * @typedef {'off-server' | 'unsupported' | 'blocked' | 'on' | 'off'} State
 *
 * @typedef {object} Facts
 * @property {boolean} offered whether the server sends notices to devices
 * @property {boolean} supported whether the browser can take them
 * @property {NotificationPermission} permission
 * @property {string} mark of this browser's subscription; empty without one
 * @property {readonly string[]} marks of the devices that the server knows
 */

/** @param {Facts} facts @returns {State} */
export function stateOf({ offered, supported, permission, mark, marks }) {
  if (!offered) return 'off-server';
  if (!supported) return 'unsupported';
  if (permission === 'denied') return 'blocked';
  return permission === 'granted' && mark !== '' && marks.includes(mark) ? 'on' : 'off';
}

/** Whether the reader can turn it on or off here. @param {State} state */
export const canTurn = (state) => state === 'on' || state === 'off';

/**
 * What came of turning it on.
 *
 * @typedef {'on' | 'dismissed' | 'refused' | 'failed'} Turned
 */

/** What the server's answer to a new subscription means: 400 is a push service that it does not talk to. @param {number} status @returns {Turned} */
export function turnedBy(status) {
  if (status >= 200 && status < 300) return 'on';
  return status === 400 ? 'refused' : 'failed';
}
