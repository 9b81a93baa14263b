import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOWHERE, readBody, readPlace, readPoints, writeBody, writePlace, writePoints } from '../../../../main/webapp/app/whiteboard/codec.js';

/** @import { Body, InkPoint } from '../../../../main/webapp/app/whiteboard/codec.js' */

/** @type {Body[]} */
const BODIES = [
  { kind: 'pen', points: [[0, 0, 0], [10.5, -3.2, 1], [-4000, 70000.1, 1]] },
  { kind: 'rect', width: 10, height: 20.5, text: 'Grüße "&" <b>' },
  { kind: 'arrow', width: -10, height: 5 },
  { kind: 'text', size: 28, text: 'zwei\nZeilen' },
  { kind: 'note', width: 180, height: 180, text: '' },
  { kind: 'picture', id: '0e7c6b1c-6a0f-4b0e-9d0e-111111111111', width: 20, height: 10, text: 'Katze' },
  { kind: 'page', text: 'Plan', paper: 'grid' },
];

test('what is written is read again', () => {
  for (const body of BODIES) assert.deepEqual(readBody(writeBody(body)), body);
  const place = { ...NOWHERE, x: 1.5, y: -2, scale: 0.25, z: 7, color: '#aabbcc', width: 8, filled: true, group: 'group-0001' };
  assert.deepEqual(readPlace(writePlace(place)), place);
});

test('what cannot be read is no element, or gets what is usual', () => {
  for (const bad of ['', '{', 'null', '["dance",1]', '["pen",5]', '["pen","A"]', '["pen","!!!"]', '["pen",""]', '[]']) assert.equal(readBody(bad), null, bad);
  assert.deepEqual(readPlace('["x",1e99,-5,null,"red; url(x)",9999,2,"<script>"]'), { ...NOWHERE });
  assert.deepEqual(readPlace('{"x":1}'), NOWHERE);
  assert.deepEqual(readBody('["rect",-5,"x",7]'), { kind: 'rect', width: 100, height: 100, text: '' });
});

test('points take three to five letters each', () => {
  /** @type {InkPoint[]} */
  const points = Array.from({ length: 100 }, (_, i) => [i * 1.3, Math.sin(i / 5) * 20, 0.5]);
  const text = writePoints(points);
  assert.ok(text.length < 500, `${text.length}`);
  const read = readPoints(text);
  assert.equal(read.length, 100);
  read.forEach(([x, y], i) => assert.ok(Math.abs(x - points[i][0]) <= 0.051 && Math.abs(y - points[i][1]) <= 0.051));
});
