import { Waking } from './waking.js';

/**
 * Told when the network has become another one, or when the tab was away and cannot know.
 *
 * @param {{changed: () => void, woke: (slept: boolean) => void}} parts
 */
export function watchNetwork({ changed, woke }) {
  window.addEventListener('online', changed);
  /** The Network Information API, where a browser has it. @type {EventTarget | undefined} */
  const information = Reflect.get(navigator, 'connection');
  information?.addEventListener('change', changed);
  new Waking({ onWake: woke });
}
