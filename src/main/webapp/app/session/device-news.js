/**
 * Tells the reader of devices that went and came back during the meeting.
 *
 * @import { Kind } from '../media/devices.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { SharedAction } from '../state/state.js'
 * @param {LocalMedia} local
 * @param {{dispatch(action: SharedAction): void}} store
 */
export function tellOfDevices(local, store) {
  local.addEventListener('lost', (event) => {
    const { kind, replaced } = /** @type {CustomEvent<{kind: Kind, replaced: boolean}>} */ (event).detail;
    store.dispatch({ type: 'notice', kind: 'warning', text: replaced ? `stage.notice.device-replaced.${kind}` : `stage.notice.device-lost.${kind}` });
  });
  local.addEventListener('returned', (event) => {
    const { kind } = /** @type {CustomEvent<{kind: Kind}>} */ (event).detail;
    store.dispatch({ type: 'notice', kind: 'good', text: `stage.notice.device-returned.${kind}` });
  });
}
