import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fresh, keyOf, minutesLeft } from '../../../../main/webapp/app/calendar/reminder-list.js';

const one = { event: 'a', title: 'Plan', start: '2026-12-07T09:00:00Z', words: '', meeting: '' };

test('minutes are rounded up, and are none once it has begun', () => {
  const start = Date.parse(one.start);
  assert.equal(minutesLeft(one, start - 5 * 60_000), 5);
  assert.equal(minutesLeft(one, start - 61_000), 2);
  assert.equal(minutesLeft(one, start + 1), 0);
});

test('each time of an event is shown once', () => {
  const next = { ...one, start: '2026-12-14T09:00:00Z' };
  assert.deepEqual(fresh([one, next], new Set([keyOf(one)])), [next]);
});
