import { pathTo } from './pages.js';

/**
 * Signing in beside a meeting: in a window of its own, so that the call goes on. The window tells all tabs of this site when it is done.
 */
const CHANNEL = 'plenum-account';

/**
 * Opens the window. As soon as it is at another server, a provider of OpenID Connect, browsers say that it is closed, whatever it is
 * (Cross-Origin-Opener-Policy).
 */
export function signInBeside() {
  return window.open(pathTo('/sign-in?to=/signed-in'), 'plenum-sign-in', 'popup,width=520,height=760');
}

/** @param {() => void} heard @returns {() => void} ends it */
export function onSignedIn(heard) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = heard;
  return () => channel.close();
}

/** In the window, when it is done. */
export function tellSignedIn() {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-in');
  channel.close();
}
