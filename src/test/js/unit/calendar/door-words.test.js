import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, doorWords, fitting } from '../../../../main/webapp/app/calendar/door-words.js';

const words = { free: 'Frei', taken: 'Belegt', meeting: 'Besprechung', until: 'Frei bis', nothing: 'Heute nichts' };
const clock = clockOf('de', 'UTC');
const half = new Date('2026-12-07T09:30:00Z');
const slot = (/** @type {string} */ from, /** @type {string} */ to, title = '') => ({ title, from: `2026-12-07T${from}:00Z`, to: `2026-12-07T${to}:00Z` });

test('a room that is taken says by what, and a hidden title stays hidden', () => {
  const state = { room: 'Eiger', capacity: 8, zone: 'UTC', now: slot('09:00', '10:00'), next: slot('11:00', '12:00', 'Plan'), meeting: null };
  assert.deepEqual(doorWords(state, words, clock, half), { state: 'Belegt', now: 'Besprechung, 09:00 – 10:00', next: 'Plan, 11:00 – 12:00' });
  assert.deepEqual(fitting(state, [15, 30, 60], half), []);
});

test('a free room offers what fits before the next', () => {
  const state = { room: 'Eiger', capacity: 8, zone: 'UTC', now: null, next: slot('10:00', '11:00', 'Plan'), meeting: null };
  assert.equal(doorWords(state, words, clock, half).now, 'Frei bis 10:00');
  assert.deepEqual(fitting(state, [15, 30, 60], half), [15, 30]);
  assert.deepEqual(fitting({ ...state, next: null }, [15, 30, 60], half), [15, 30, 60]);
  assert.equal(doorWords({ ...state, next: null }, words, clock, half).next, 'Heute nichts');
});

test('times are those of the room, whatever zone the tablet is in', () => {
  const state = { room: 'Fuji', capacity: 8, zone: 'Asia/Tokyo', now: slot('09:00', '10:00'), next: slot('11:00', '12:00', 'Plan'), meeting: null };
  const tablet = process.env.TZ;
  try {
    for (const zone of ['America/New_York', 'Europe/Berlin', 'UTC']) {
      process.env.TZ = zone;
      assert.deepEqual(doorWords(state, words, clockOf('de', state.zone), half), { state: 'Belegt', now: 'Besprechung, 18:00 – 19:00', next: 'Plan, 20:00 – 21:00' });
    }
  } finally {
    if (tablet === undefined) delete process.env.TZ;
    else process.env.TZ = tablet;
  }
});

test('a room moves its clock with its own summer time', () => {
  const berlin = clockOf('de', 'Europe/Berlin');
  assert.equal(berlin(new Date('2026-03-29T00:30:00Z'), new Date('2026-03-29T00:00:00Z')), '01:30');
  assert.equal(berlin(new Date('2026-03-29T01:30:00Z'), new Date('2026-03-29T00:00:00Z')), '03:30');
});

test('what is not today has its day, as the room counts days', () => {
  const state = { room: 'Fuji', capacity: 8, zone: 'Asia/Tokyo', now: null, next: slot('15:30', '16:30', 'Plan'), meeting: null };
  const said = doorWords(state, words, clockOf('de', state.zone), half);
  assert.equal(said.now, 'Frei bis Di., 00:30');
  assert.equal(said.next, 'Plan, Di., 00:30 – 01:30');
  assert.equal(doorWords(state, words, clock, half).next, 'Plan, 15:30 – 16:30');
});

test('a tablet that does not know the zone shows its own', () => {
  const own = clockOf('de', new Intl.DateTimeFormat().resolvedOptions().timeZone);
  assert.equal(clockOf('de', 'Moon/Tranquility')(half, half), own(half, half));
});
