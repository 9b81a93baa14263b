import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Reach } from '../../../../main/webapp/app/media/reach.js';

/** @type {boolean[]} */
let told = [];
const reach = () => new Reach((blocked) => told.push(blocked));

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
  told = [];
});

test('says within eight seconds that nothing gets through, once, and takes it back when something does', () => {
  const media = reach();
  media.tries('camera');
  mock.timers.tick(4000);
  media.tries('slot');
  assert.deepEqual(told, []);
  mock.timers.tick(3500);
  assert.deepEqual(told, [true]);
  media.tries('camera');
  mock.timers.tick(60_000);
  assert.deepEqual(told, [true]);
  media.works('slot');
  assert.deepEqual(told, [true, false]);
});

test('one connection that fails beside one that works is no firewall', () => {
  const media = reach();
  media.works('camera');
  media.tries('slot');
  mock.timers.tick(60_000);
  assert.deepEqual(told, []);
  media.tries('camera');
  assert.deepEqual(told, [true], 'the slot has been waiting long enough when the other breaks');
});

test('what worked and broke has its time, too', () => {
  const media = reach();
  media.tries('camera');
  media.works('camera');
  mock.timers.tick(60_000);
  media.tries('camera');
  mock.timers.tick(6000);
  assert.deepEqual(told, []);
  mock.timers.tick(1500);
  assert.deepEqual(told, [true]);
});

test('nobody misses what nobody wants any more', () => {
  const media = reach();
  media.tries('camera');
  media.gone('camera');
  mock.timers.tick(60_000);
  assert.deepEqual(told, []);
});

test('the time counts anew when the server was away', () => {
  const media = reach();
  media.tries('camera');
  mock.timers.tick(6000);
  media.again();
  mock.timers.tick(6000);
  assert.deepEqual(told, []);
  mock.timers.tick(1500);
  assert.deepEqual(told, [true]);
});
