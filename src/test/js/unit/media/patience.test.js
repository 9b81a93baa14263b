import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Patience } from '../../../../main/webapp/app/media/patience.js';

/** @type {string[]} */
let done = [];
let possible = true;

function patience() {
  return new Patience(
    () => done.push('replace'),
    () => possible && done.push('restart') > 0,
  );
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  done = [];
  possible = true;
});

test('a connection that never works is replaced', () => {
  const connection = patience();
  connection.begins();
  mock.timers.tick(7999);
  assert.deepEqual(done, []);
  mock.timers.tick(2);
  assert.deepEqual(done, ['replace']);
});

test('a connection that falters restarts ICE, and is replaced when that is of no use', () => {
  const connection = patience();
  connection.begins();
  connection.heard('connected');
  connection.heard('disconnected');
  mock.timers.tick(700);
  assert.deepEqual(done, ['restart']);
  connection.heard('failed');
  mock.timers.tick(1);
  assert.deepEqual(done, ['restart', 'replace']);
});

test('a connection that comes back by itself or by the restart is left alone', () => {
  const connection = patience();
  connection.begins();
  connection.heard('connected');
  connection.heard('disconnected');
  mock.timers.tick(500);
  connection.heard('connected');
  mock.timers.tick(60_000);
  connection.heard('failed');
  connection.heard('connected');
  mock.timers.tick(60_000);
  assert.deepEqual(done, ['restart']);
  assert.equal(connection.failures, 0);
});

test('another network is looked at once, and an answer that never comes is not waited for', () => {
  const connection = patience();
  connection.restart();
  assert.deepEqual(done, []);
  connection.heard('connected');
  connection.restart();
  connection.restart();
  assert.deepEqual(done, ['restart']);
  connection.again();
  assert.deepEqual(done, ['restart', 'restart']);
  mock.timers.tick(4001);
  assert.deepEqual(done, ['restart', 'restart', 'replace']);
});

test('what cannot be restarted is replaced', () => {
  const connection = patience();
  connection.heard('connected');
  possible = false;
  connection.restart();
  mock.timers.tick(1);
  assert.deepEqual(done, ['replace']);
});
