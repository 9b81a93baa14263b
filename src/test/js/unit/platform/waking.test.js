import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Waking } from '../../../../main/webapp/app/platform/waking.js';

class Page extends EventTarget {
  visibilityState = 'visible';

  show(state) {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** @type {boolean[]} */
let woke = [];
let now = 0;
let page = new Page();
let view = new EventTarget();

/** Time goes on, and the page's timers with it. */
const pass = (ms) => {
  for (let i = 0; i < ms; i += 1000) {
    now += 1000;
    mock.timers.tick(1000);
  }
};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval'] });
  woke = [];
  now = 0;
  page = new Page();
  view = new EventTarget();
  new Waking({ onWake: (slept) => woke.push(slept), page, view, now: () => now });
});

test('time that passes as usual is no sleep', () => {
  pass(120_000);
  assert.deepEqual(woke, []);
});

test('a computer that slept wakes up once', () => {
  pass(10_000);
  now += 3_600_000;
  pass(20_000);
  assert.deepEqual(woke, [true]);
});

test('a page that was frozen, or kept for the way back, wakes up', () => {
  page.dispatchEvent(new Event('resume'));
  view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  assert.deepEqual(woke, [true, true]);
});

test('a short look elsewhere is no absence, a long one is', () => {
  page.show('hidden');
  now += 5000;
  page.show('visible');
  assert.deepEqual(woke, []);
  page.show('hidden');
  now += 60_000;
  page.show('visible');
  assert.deepEqual(woke, [false]);
});
