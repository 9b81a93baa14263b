import { pathTo } from './pages.js';

/**
 * Signing in beside a meeting: in a window of its own, so that the call goes on. The window tells all tabs of this site when it is done.
 */
const CHANNEL = 'plenum-account';

/** Opens the window. */
export function signInBeside() {
  window.open(pathTo('/sign-in?to=/signed-in'), 'plenum-sign-in', 'popup,width=520,height=760');
}

/** @param {() => void} heard */
export function onSignedIn(heard) {
  new BroadcastChannel(CHANNEL).onmessage = heard;
}

/** In the window, when it is done. */
export function tellSignedIn() {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-in');
  channel.close();
}
