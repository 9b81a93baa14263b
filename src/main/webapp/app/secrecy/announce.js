/**
 * Says aloud, once, that the meeting is encrypted, as soon as its reader is in it: in their language, through the chosen speaker.
 *
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Session } from '../session/session.js'
 */

const SPOKEN = 'encrypted';

/** @param {{session: Pick<Session<any>, 'onMessage'>, preferences: Preferences, clip: (language: string) => string}} parts */
export function announceSecrecy({ session, preferences, clip }) {
  let said = '';
  session.onMessage((message) => {
    if (message.type !== 'welcome' || message.self === said) return;
    said = message.self;
    if (!preferences.now.silent.includes(SPOKEN)) void say(clip(document.documentElement.lang), preferences.now.speaker);
  });
}

/** @param {string} address @param {string} speaker */
async function say(address, speaker) {
  const audio = /** @type {HTMLAudioElement & {setSinkId?(id: string): Promise<void>}} */ (new Audio(address));
  try {
    if (speaker && audio.setSinkId) await audio.setSinkId(speaker);
    await audio.play();
  } catch {
    // the browser wants a click first, or the clip is not there: the lock says the same
  }
}
