import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ahead, dayOf, isOver } from '../../../../main/webapp/app/person/today.js';

const lunch = { event: 'a', start: '2026-12-07T11:00:00Z', end: '2026-12-07T12:00:00Z', time: '12:00 – 13:00', title: 'Lunch', meeting: '' };
const tea = { ...lunch, event: 'b', start: '2026-12-07T15:00:00Z', end: '2026-12-07T16:00:00Z', title: 'Tea' };
const NOON = Date.parse('2026-12-07T12:00:00Z');
const UNTIL = '2026-12-07T23:00:00Z';
/** @param {string} until @param {number} chance */
const dayUntil = (until, chance) => dayOf({ type: 'today', events: [lunch, tea], until }, NOON, chance);

test('what is over is left out', () => {
  assert.deepEqual(ahead(dayUntil(UNTIL, 0), NOON - 1), [lunch, tea]);
  assert.deepEqual(ahead(dayUntil(UNTIL, 0), NOON), [tea]);
});

test('the next day is asked for after midnight, not by all at once', () => {
  const midnight = Date.parse(UNTIL);
  assert.equal(isOver(dayUntil(UNTIL, 0), midnight - 1), false);
  assert.equal(isOver(dayUntil(UNTIL, 0), midnight), true);
  assert.equal(isOver(dayUntil(UNTIL, 0.5), midnight), false);
  assert.equal(isOver(dayUntil(UNTIL, 0.5), midnight + 30_000), true);
});

test('a clock that is ahead does not ask again and again', () => {
  assert.equal(isOver(dayUntil('2026-12-07T11:59:00Z', 0), NOON + 90_000), false);
});
