import { TUNES } from '../sound/tunes.js';
import { newKnocks } from './slice.js';

/**
 * Hears people knock, and oneself being let in.
 *
 * @import { Sounds } from '../sound/sounds.js'
 * @import { DoorStore } from './slice.js'
 */

/** More often than this is a raid, and no news. */
const APART = 4000;

/** @param {DoorStore} store @param {Sounds} sounds */
export function soundDoor(store, sounds) {
  sounds.register('knock', TUNES.knock);
  sounds.register('admitted', TUNES.admitted);
  let before = store.state;
  let last = -APART;
  store.subscribe((state) => {
    const knocks = newKnocks(before.door.knocking, state.door.knocking);
    const admitted = before.stay.phase === 'waiting' && state.stay.phase === 'meeting';
    before = state;
    if (admitted) sounds.play('admitted');
    if (knocks.length === 0 || performance.now() - last < APART) return;
    last = performance.now();
    sounds.play('knock');
  }, ['stay', 'door']);
}
