import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOurs } from '../../../../main/webapp/app/stage/push-to-talk.js';
import { counted, mentions } from '../../../../main/webapp/app/platform/attention.js';

/** An element inside of others, told by their selectors. @param {...string} around @returns {any} */
function inside(...around) {
  return { closest: (/** @type {string} */ selectors) => (selectors.split(', ').some((one) => around.includes(one)) ? {} : null) };
}

test('the title counts, and forgets the count', () => {
  assert.equal(counted('Planning · Plenum', 3), '(3) Planning · Plenum');
  assert.equal(counted('(3) Planning · Plenum', 12), '(12) Planning · Plenum');
  assert.equal(counted('(12) Planning · Plenum', 0), 'Planning · Plenum');
});

test('a message calls by full or first name, whole and in any case', () => {
  assert.ok(mentions('Danke, @ada!', 'Ada Lovelace'));
  assert.ok(mentions('@Ada Lovelace: bitte', 'Ada Lovelace'));
  assert.ok(mentions('hej @Åsa', 'A\u030Asa'));
  assert.ok(!mentions('@adam', 'Ada Lovelace'));
  assert.ok(!mentions('ada', 'Ada'));
  assert.ok(!mentions('@', ''));
  assert.ok(mentions('@a.b (c)', 'a.b (c)'));
});

test('the space bar speaks where it does nothing else', () => {
  assert.ok(isOurs(inside(), false));
  assert.ok(isOurs(null, false));
  assert.ok(!isOurs(inside('textarea'), true), 'somebody writes');
  assert.ok(!isOurs(inside('button'), false), 'a button that the keyboard reached is pressed by it');
  assert.ok(isOurs(inside('button'), true), 'a button that was clicked is not');
  assert.ok(!isOurs(inside('button', '[role=menu]'), true));
});
