/**
 * Tells the other pages of this browser what somebody has just set for themselves: the meeting beside the settings, other tabs.
 *
 * @import { Wanted } from './preferences.js'
 * @typedef {{preferences?: Partial<Wanted>, theme?: string}} News
 */

const CHANNEL = 'plenum-settings';
const THEMES = ['auto', 'light', 'dark'];

/** @param {News} news */
export function tellSettings(news) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Follows what is set on another page of this browser. @param {(changes: Partial<Wanted>) => void} onPreferences @param {(theme: string) => void} onTheme */
export function followSettings(onPreferences, onTheme) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    const { preferences, theme } = /** @type {News} */ (Object(data));
    if (preferences) onPreferences(preferences);
    if (theme && THEMES.includes(theme)) onTheme(theme);
  };
  return channel;
}

/** @param {string} theme */
export function wear(theme) {
  document.documentElement.dataset.theme = theme;
}
