import { TUNES } from '../sound/tunes.js';

/**
 * Hears people come and go and screens appear. Coming back oneself is silent, and a crowd sounds once.
 *
 * @import { People } from '../state/people.js'
 * @import { Shared } from '../state/state.js'
 * @import { Sounds } from '../sound/sounds.js'
 */

const APART = 1500;

/**
 * @param {Pick<People, 'self' | 'participants' | 'shares'>} before
 * @param {Pick<People, 'self' | 'participants' | 'shares'>} now
 * @returns {'join' | 'leave' | 'share' | null} the one sound for this change
 */
export function soundOf(before, now) {
  if (before.self === null || before.self !== now.self) return null;
  if (now.shares.some((id) => id !== now.self && !before.shares.includes(id))) return 'share';
  const isIn = (/** @type {typeof now} */ state, /** @type {string} */ id) => state.participants.some((p) => p.id === id);
  if (now.participants.some((p) => !isIn(before, p.id))) return 'join';
  return before.participants.some((p) => !isIn(now, p.id)) ? 'leave' : null;
}

/**
 * @param {{readonly state: Shared, subscribe(subscriber: (state: Shared) => void, slices: Array<'stay' | 'people'>): () => void}} store
 * @param {Sounds} sounds
 */
export function soundMeeting(store, sounds) {
  for (const name of ['join', 'leave', 'share']) sounds.register(name, TUNES[name]);
  let before = store.state;
  let last = -APART;
  store.subscribe((state) => {
    const sound = state.stay.phase === 'meeting' && before.stay.phase === 'meeting' ? soundOf(before.people, state.people) : null;
    before = state;
    if (!sound || performance.now() - last < APART) return;
    last = performance.now();
    sounds.play(sound);
  }, ['stay', 'people']);
}
