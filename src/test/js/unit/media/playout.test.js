import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Playout } from '../../../../main/webapp/app/media/playout.js';

/** Two seconds of twenty pictures, of which few have to wait. */
const FINE = { received: 200, frozen: 0, repeated: 2, needed: 4, shown: 40 };
const FROZEN = { ...FINE, frozen: 0.2 };
const LOSSY = { ...FINE, repeated: 20, needed: 10 };

/** @param {Playout} playout @param {typeof FINE} look @param {number} times */
function sees(playout, look, times) {
  return Array.from({ length: times }, () => playout.saw(look)).filter(Boolean).length;
}

test('pictures that freeze for want of packets come as much later, but not for ever', () => {
  const playout = new Playout();
  assert.equal(playout.saw(FINE), false);
  assert.equal(playout.saw({ ...FINE, frozen: 0.39 }), true);
  assert.equal(playout.target, 400);
  playout.saw(FINE);
  playout.saw({ ...FINE, frozen: 1.9 });
  assert.equal(playout.target, 1000);
  assert.equal(sees(playout, { ...FINE, frozen: 1.9 }, 5), 0);
});

test('a short freeze is answered so gently that it is not seen', () => {
  const playout = new Playout();
  playout.saw(FROZEN);
  assert.equal(playout.target, 100);
  playout.saw(FINE);
  assert.equal(playout.target, 200);
  assert.equal(sees(playout, FINE, 5), 0);
});

test('the pause that comes from waiting longer is no reason to wait longer still', () => {
  const playout = new Playout();
  playout.saw({ ...FINE, frozen: 0.39 });
  assert.equal(playout.saw({ ...FINE, frozen: 0.5 }), false);
  assert.equal(playout.saw({ ...FINE, frozen: 0.5 }), true);
  assert.equal(playout.target, 1000);
});

test('a picture that freezes though nothing is missing gains nothing by waiting', () => {
  const playout = new Playout();
  assert.equal(sees(playout, { ...FINE, frozen: 2, repeated: 0 }, 20), 0);
});

test('what has gone well for half a minute waits less, step by step', () => {
  const playout = new Playout();
  playout.saw({ ...FINE, frozen: 0.4 });
  assert.equal(sees(playout, FINE, 14), 0);
  playout.saw({ ...FINE, frozen: 0.05 });
  assert.equal(sees(playout, FINE, 14), 0);
  assert.equal(sees(playout, FINE, 1), 1);
  assert.equal(playout.target, 200);
  assert.equal(sees(playout, FINE, 100), 1);
  assert.equal(playout.target, 0);
});

test('where much has to be asked for again, pictures wait for several repetitions before any freezes', () => {
  const playout = new Playout();
  assert.equal(sees(playout, LOSSY, 100), 5);
  assert.equal(playout.target, 500);
  assert.equal(sees(playout, { ...LOSSY, needed: 14 }, 100), 2);
  assert.equal(playout.target, 700);
  assert.equal(playout.saw({ ...LOSSY, frozen: 0.35 }), true);
  assert.equal(playout.target, 1000);
  assert.equal(sees(playout, { ...LOSSY, needed: 100 }, 5), 0);
  assert.equal(sees(playout, FINE, 14), 0);
  assert.equal(sees(playout, FINE, 1), 1);
  assert.equal(playout.target, 800);
  assert.equal(sees(playout, FINE, 10), 0);
});

test('a browser that does not say what its network needs waits for the first freeze', () => {
  const playout = new Playout();
  assert.equal(sees(playout, { ...LOSSY, needed: 0 }, 50), 0);
  assert.equal(playout.saw({ ...LOSSY, needed: 0, shown: 0, frozen: 0.3 }), true);
  assert.equal(playout.target, 400);
});

test('sound waits with its picture, where the browser can', () => {
  const playout = new Playout();
  const receivers = /** @type {any[]} */ ([{ jitterBufferTarget: null }, { jitterBufferTarget: null }, {}]);
  playout.saw({ ...FINE, frozen: 0.3 });
  playout.apply(receivers);
  assert.deepEqual(receivers, [{ jitterBufferTarget: 400 }, { jitterBufferTarget: 400 }, {}]);
  sees(playout, FINE, 30);
  playout.apply(receivers);
  assert.deepEqual(receivers, [{ jitterBufferTarget: null }, { jitterBufferTarget: null }, {}]);
});
