import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoxIndex } from '../../../../main/webapp/app/whiteboard/box-index.js';
import { hits } from '../../../../main/webapp/app/whiteboard/geometry.js';
import { NOWHERE } from '../../../../main/webapp/app/whiteboard/codec.js';
import { outline, simplified, smoothed } from '../../../../main/webapp/app/whiteboard/outline.js';
import { pdfOf } from '../../../../main/webapp/app/whiteboard/pdf.js';
import { thinned } from '../../../../main/webapp/app/whiteboard/trail.js';
import { parcels } from '../../../../main/webapp/app/whiteboard/sync.js';
import { Viewport } from '../../../../main/webapp/app/whiteboard/viewport.js';

/** @import { InkPoint } from '../../../../main/webapp/app/whiteboard/codec.js' */

test('the index finds small and very large things, and forgets', () => {
  const index = new BoxIndex();
  index.put('small', { x: 1000, y: 1000, width: 5, height: 5 });
  index.put('large', { x: -1e6, y: -1e6, width: 2e6, height: 2e6 });
  assert.deepEqual(index.query({ x: 0, y: 0, width: 10, height: 10 }), ['large']);
  assert.deepEqual(index.query({ x: 990, y: 990, width: 20, height: 20 }).sort(), ['large', 'small']);
  index.put('small', { x: 0, y: 0, width: 1, height: 1 });
  assert.deepEqual(index.query({ x: 990, y: 990, width: 20, height: 20 }), ['large']);
  index.remove('large');
  assert.deepEqual(index.query({ x: -1e7, y: -1e7, width: 2e7, height: 2e7 }), ['small']);
});

test('a stroke is as wide as the pressure says, with round ends', () => {
  /** @type {InkPoint[]} */
  const points = [[0, 0, 0.5], [50, 0, 0.5], [100, 0, 1]];
  const polygon = outline(points, 10);
  const [left, right] = [Math.min(...polygon.map(({ x }) => x)), Math.max(...polygon.map(({ x }) => x))];
  assert.ok(left < -4 && left > -6 && right > 107 && right < 109, `${left} ${right}`);
  const middle = polygon.filter(({ x }) => x === 50).map(({ y }) => Math.round(y));
  assert.deepEqual(middle.sort(), [-5, 5].sort());
  assert.ok(outline([[5, 5, 0.5]], 10).every(({ x, y }) => Math.abs(Math.hypot(x - 5, y - 5) - 5) < 0.01), 'a point is a circle');
});

test('points that say nothing are left out, corners stay', () => {
  /** @type {InkPoint[]} */
  const points = [...Array.from({ length: 50 }, (_, i) => /** @type {InkPoint} */ ([i, 0, 0.5])), ...Array.from({ length: 50 }, (_, i) => /** @type {InkPoint} */ ([49, i, 0.5]))];
  assert.deepEqual(simplified(points, 0.4), [[0, 0, 0.5], [49, 0, 0.5], [49, 49, 0.5]]);
  const shaky = points.map(([x, y, p], i) => /** @type {InkPoint} */ ([x, y + (i % 2), p]));
  const spread = (/** @type {readonly InkPoint[]} */ list) => list.slice(1, 40).reduce((sum, [, y], i) => sum + Math.abs(y - list[i][1]), 0);
  assert.ok(spread(smoothed(shaky)) < spread(shaky) * 0.6);
  assert.deepEqual(smoothed(shaky).at(-1), shaky.at(-1), 'the end is where the pen was');
});

test('a line is hit by its ink, not by its box', () => {
  const line = /** @type {const} */ ({ kind: 'line', width: 100, height: 100 });
  const box = { x: 0, y: 0, width: 100, height: 100 };
  assert.equal(hits(line, NOWHERE, box, { x: 50, y: 52 }, 3), true);
  assert.equal(hits(line, NOWHERE, box, { x: 90, y: 10 }, 3), false);
  const frame = /** @type {const} */ ({ kind: 'rect', width: 100, height: 100, text: '' });
  assert.equal(hits(frame, NOWHERE, box, { x: 50, y: 50 }, 3), false);
  assert.equal(hits(frame, { ...NOWHERE, filled: true }, box, { x: 50, y: 50 }, 3), true);
});

test('what is under the pointer stays there when one looks closer', () => {
  const viewport = new Viewport();
  viewport.resize(800, 600);
  const before = viewport.unit(200, 100);
  viewport.zoomBy(1.7, 200, 100);
  const after = viewport.unit(200, 100);
  assert.ok(Math.hypot(before.x - after.x, before.y - after.y) < 1e-9);
  viewport.show({ x: 100, y: 100, width: 400, height: 100 });
  const seen = viewport.seen();
  assert.ok(seen.x <= 100 && seen.x + seen.width >= 500);
});

test('many steps go in several messages, in their order', () => {
  const steps = Array.from({ length: 150 }, (_, i) => ({ element: `element-${i}`, page: 1, body: i === 70 ? 'x'.repeat(59_000) : 'x'.repeat(100) }));
  const messages = parcels(steps);
  assert.deepEqual(messages.flat(), steps);
  assert.ok(messages.every((message) => message.length <= 64 && JSON.stringify(message).length < 90_000));
  assert.ok(messages.length <= 5);
});

test('a trail keeps its last point however much is left out', () => {
  const points = Array.from({ length: 200 }, (_, i) => i);
  const kept = thinned(points, 32);
  assert.equal(kept.length, 32);
  assert.deepEqual([kept[0], kept.at(-1)], [0, 199]);
  assert.deepEqual(thinned([1, 2], 32), [1, 2]);
});

test('a PDF says where its objects begin', () => {
  const pdf = Buffer.from(pdfOf([{ jpeg: new Uint8Array([255, 216, 255]), width: 200, height: 100 }, { jpeg: new Uint8Array([255, 216, 255]), width: 100, height: 200 }])).toString('latin1');
  const table = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
  assert.ok(pdf.slice(table).startsWith('xref\n0 9\n'));
  const begins = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, at]) => Number(at));
  begins.forEach((at, i) => assert.ok(pdf.slice(at).startsWith(`${i + 1} 0 obj`)));
  assert.equal(begins.length, 8);
  assert.match(pdf, /\/MediaBox \[0 0 842.00 421.00\]/);
});
