import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_REMINDERS, keyOf, minutesLeft, putAway, shown, told, unsaid, withFocused, wordsOf } from '../../../../main/webapp/app/person/reminders.js';

const one = { event: 'a', title: 'Plan', start: '2026-12-07T09:00:00Z', words: '7 December, 10:00', meeting: '' };
const next = { ...one, start: '2026-12-14T09:00:00Z' };
const both = told(NO_REMINDERS, { type: 'reminders', list: [one, next] });
const START = Date.parse(one.start);
const MINUTE = 60_000;

test('minutes are rounded up, and are none once it has begun', () => {
  assert.equal(minutesLeft(one, START - 5 * MINUTE), 5);
  assert.equal(minutesLeft(one, START - 61_000), 2);
  assert.equal(minutesLeft(one, START + 1), 0);
});

test('the words follow the clock within the last hour', () => {
  const texts = { soon: 'in {0} minutes', now: 'now' };
  assert.equal(wordsOf(one, START - 61 * MINUTE, texts), one.words);
  assert.equal(wordsOf(one, START - 5 * MINUTE, texts), 'in 5 minutes');
  assert.equal(wordsOf(one, START - 4 * MINUTE, texts), 'in 4 minutes');
  assert.equal(wordsOf(one, START, texts), 'now');
});

test('a list takes the place of the one before', () => {
  assert.deepEqual(shown(both), [one, next]);
  assert.deepEqual(shown(told(both, { type: 'reminders', list: [next] })), [next]);
  assert.deepEqual(shown(told(both, { type: 'reminders', list: [] })), []);
});

test('what is seen on any page is gone here', () => {
  const left = told(both, { type: 'seen', event: one.event, start: one.start });
  assert.deepEqual(shown(left), [next]);
  assert.deepEqual(unsaid(left), []);
});

test('what is put away here is gone at once, and said until the server has it', () => {
  const put = putAway(both, one);
  assert.deepEqual(shown(put), [next]);
  assert.deepEqual(unsaid(put), [one]);
  assert.deepEqual(putAway(put, one), put);
  // a list that was read before
  const late = told(put, { type: 'reminders', list: [one, next] });
  assert.deepEqual(shown(late), [next]);
  assert.deepEqual(unsaid(late), [one]);
  assert.deepEqual(told(put, { type: 'seen', event: one.event, start: one.start }).leaving, []);
});

test('a later reminder of the same time is shown', () => {
  const seen = told(putAway(both, one), { type: 'seen', event: one.event, start: one.start });
  assert.deepEqual(shown(told(seen, { type: 'reminders', list: [one] })), [one]);
  // also where the server has said it by a list alone
  const gone = told(putAway(both, one), { type: 'reminders', list: [next] });
  assert.deepEqual(shown(told(gone, { type: 'reminders', list: [one, next] })), [one, next]);
});

test('what has the focus stays, in its place', () => {
  assert.deepEqual(withFocused([next], one), [one, next]);
  assert.deepEqual(withFocused([one, next], next), [one, next]);
  assert.deepEqual(withFocused([next], undefined), [next]);
  assert.notEqual(keyOf(one), keyOf(next));
});
