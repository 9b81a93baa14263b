import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minuteAt, typed } from '../../../../main/webapp/app/calendar/times.js';

test('a click takes the quarter of an hour that is under it', () => {
  assert.equal(minuteAt(0, 7 * 60, 12 * 60), 7 * 60);
  assert.equal(minuteAt(0.5, 7 * 60, 12 * 60), 13 * 60);
  assert.equal(minuteAt(0.511, 7 * 60, 12 * 60), 13 * 60);
  assert.equal(minuteAt(1, 12 * 60, 12 * 60), 23 * 60 + 45);
  assert.equal(minuteAt(-3, 7 * 60, 12 * 60), 7 * 60);
});

test('a minute of a day is typed as the browser types it', () => {
  assert.equal(typed('2026-12-01', 65), '2026-12-01T01:05');
  assert.equal(typed('2026-12-01', 0), '2026-12-01T00:00');
});
