import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canTurn, stateOf, turnedBy } from '../../../../main/webapp/app/push/state.js';

const facts = { offered: true, supported: true, permission: /** @type {NotificationPermission} */ ('granted'), mark: 'a1', marks: ['b2', 'a1'] };

test('it is on when the browser has a subscription and the server knows it', () => {
  assert.equal(stateOf(facts), 'on');
  assert.equal(stateOf({ ...facts, marks: ['b2'] }), 'off', 'removed on another device');
  assert.equal(stateOf({ ...facts, mark: '', marks: [''] }), 'off');
  assert.equal(stateOf({ ...facts, permission: 'default' }), 'off');
});

test('what rules it out is said, first what the reader cannot change', () => {
  assert.equal(stateOf({ ...facts, offered: false, supported: false }), 'off-server');
  assert.equal(stateOf({ ...facts, supported: false, permission: 'denied' }), 'unsupported');
  assert.equal(stateOf({ ...facts, permission: 'denied' }), 'blocked');
});

test('the button is there where it can do something', () => {
  assert.deepEqual([canTurn('on'), canTurn('off'), canTurn('blocked'), canTurn('unsupported'), canTurn('off-server')], [true, true, false, false, false]);
});

test('a push service that the server does not know is told from other failures', () => {
  assert.deepEqual([turnedBy(201), turnedBy(204), turnedBy(400), turnedBy(401), turnedBy(409), turnedBy(429), turnedBy(503)], ['on', 'on', 'refused', 'failed', 'failed', 'failed', 'failed']);
});
