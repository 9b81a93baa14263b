/**
 * The keys of a meeting. Pure but for the event's target.
 *
 * @typedef {'microphone' | 'camera' | 'people' | 'chat' | 'hand' | 'share' | 'shortcuts'} Shortcut
 */

/** @type {Readonly<Record<string, Shortcut>>} */
const KEYS = { m: 'microphone', v: 'camera', p: 'people', c: 'chat', h: 'hand', s: 'share', '?': 'shortcuts' };

/**
 * @param {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'>} event
 * @returns {Shortcut | null} nothing while somebody types
 */
export function shortcutOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  const typing = /** @type {HTMLElement | null} */ (event.target)?.closest?.('input, textarea, select, [contenteditable]');
  return typing ? null : (KEYS[event.key.toLowerCase()] ?? null);
}
