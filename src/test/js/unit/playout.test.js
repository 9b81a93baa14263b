import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Playout } from '../../../main/webapp/app/media/playout.js';

const FROZEN = { frozen: 0.2, repeated: 20 };
const FINE = { frozen: 0, repeated: 20 };

/** @param {Playout} playout @param {{frozen: number, repeated: number}} look @param {number} times */
function sees(playout, look, times) {
  return Array.from({ length: times }, () => playout.saw(look)).filter(Boolean).length;
}

test('pictures that freeze for want of packets come as much later, but not for ever', () => {
  const playout = new Playout();
  assert.equal(playout.saw(FINE), false);
  assert.equal(playout.saw(FROZEN), true);
  assert.equal(playout.target, 200);
  playout.saw(FINE);
  playout.saw({ frozen: 0.39, repeated: 20 });
  assert.equal(playout.target, 600);
  playout.saw(FINE);
  playout.saw({ frozen: 1.9, repeated: 20 });
  assert.equal(playout.target, 1000);
  assert.equal(sees(playout, { frozen: 1.9, repeated: 20 }, 5), 0);
});

test('the pause that comes from waiting longer is no reason to wait longer still', () => {
  const playout = new Playout();
  playout.saw(FROZEN);
  assert.equal(playout.saw({ frozen: 0.3, repeated: 20 }), false);
  assert.equal(playout.saw({ frozen: 0.3, repeated: 20 }), true);
  assert.equal(playout.saw({ frozen: 0.8, repeated: 20 }), true);
  assert.equal(playout.target, 1000);
});

test('a picture that freezes though nothing is missing gains nothing by waiting', () => {
  const playout = new Playout();
  assert.equal(sees(playout, { frozen: 2, repeated: 0 }, 20), 0);
});

test('what has gone well for half a minute waits less, step by step', () => {
  const playout = new Playout();
  playout.saw({ frozen: 0.4, repeated: 20 });
  assert.equal(sees(playout, FINE, 14), 0);
  playout.saw({ frozen: 0.05, repeated: 3 });
  assert.equal(sees(playout, FINE, 14), 0);
  assert.equal(sees(playout, FINE, 1), 1);
  assert.equal(playout.target, 200);
  assert.equal(sees(playout, FINE, 100), 1);
  assert.equal(playout.target, 0);
});

test('sound waits with its picture, where the browser can', () => {
  const playout = new Playout();
  const receivers = /** @type {any[]} */ ([{ jitterBufferTarget: null }, { jitterBufferTarget: null }, {}]);
  playout.saw(FROZEN);
  playout.apply(receivers);
  assert.deepEqual(receivers, [{ jitterBufferTarget: 200 }, { jitterBufferTarget: 200 }, {}]);
  sees(playout, FINE, 15);
  playout.apply(receivers);
  assert.deepEqual(receivers, [{ jitterBufferTarget: null }, { jitterBufferTarget: null }, {}]);
});
