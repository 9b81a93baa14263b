import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, marks, when } from '../../../../main/webapp/app/calendar/date-poll-words.js';

const option = { start: '2026-12-07T09:00:00Z', end: '2026-12-07T10:00:00Z', yes: 3, maybe: 1 };

test('times are those of the reader', () => {
  assert.match(when(option, 'de', 'Europe/Zurich'), /Montag.*7\. Dezember.*10:00.*11:00/);
  assert.match(when(option, 'en', 'America/New_York'), /Monday.*4:00.*5:00|Monday.*04:00.*05:00/);
});

test('others are numbers', () => {
  assert.equal(counted('{0} können, {1} vielleicht', option), '3 können, 1 vielleicht');
});

test('each time needs a mark', () => {
  const form = new Map([['a0', 'YES'], ['a1', 'NO'], ['name', 'Ann'], ['email', '']]);
  const chosen = (/** @type {string} */ name) => form.get(name) ?? null;
  assert.equal(marks(2, chosen, 'v')?.toString(), 'voter=v&a0=YES&a1=NO&name=Ann&email=');
  assert.equal(marks(3, chosen, 'v'), null);
});
