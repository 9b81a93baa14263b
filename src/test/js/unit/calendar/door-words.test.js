import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doorWords, fitting } from '../../../../main/webapp/app/calendar/door-words.js';

const words = { free: 'Frei', taken: 'Belegt', meeting: 'Besprechung', until: 'Frei bis', nothing: 'Heute nichts' };
const clock = (/** @type {Date} */ at) => at.toISOString().slice(11, 16);
const slot = (/** @type {string} */ from, /** @type {string} */ to, title = '') => ({ title, from: `2026-12-07T${from}:00Z`, to: `2026-12-07T${to}:00Z` });

test('a room that is taken says by what, and a hidden title stays hidden', () => {
  const state = { room: 'Eiger', capacity: 8, now: slot('09:00', '10:00'), next: slot('11:00', '12:00', 'Plan'), meeting: null };
  assert.deepEqual(doorWords(state, words, clock), { state: 'Belegt', now: 'Besprechung, 09:00 – 10:00', next: 'Plan, 11:00 – 12:00' });
  assert.deepEqual(fitting(state, [15, 30, 60], new Date('2026-12-07T09:30:00Z')), []);
});

test('a free room offers what fits before the next', () => {
  const state = { room: 'Eiger', capacity: 8, now: null, next: slot('10:00', '11:00', 'Plan'), meeting: null };
  assert.equal(doorWords(state, words, clock).now, 'Frei bis 10:00');
  assert.deepEqual(fitting(state, [15, 30, 60], new Date('2026-12-07T09:30:00Z')), [15, 30]);
  assert.deepEqual(fitting({ ...state, next: null }, [15, 30, 60], new Date('2026-12-07T09:30:00Z')), [15, 30, 60]);
  assert.equal(doorWords({ ...state, next: null }, words, clock).next, 'Heute nichts');
});
