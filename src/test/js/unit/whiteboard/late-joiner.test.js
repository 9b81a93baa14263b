import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOWHERE, writeBody, writePlace } from '../../../../main/webapp/app/whiteboard/codec.js';
import { Scene } from '../../../../main/webapp/app/whiteboard/scene.js';

/** @import { Body } from '../../../../main/webapp/app/whiteboard/codec.js' */

const ELEMENTS = 50_000;
/** About as many as one message brings. */
const PART = 200;
const SOON = 2000;

test('fifty thousand strokes of others are there within two seconds, and what is seen of them is found', () => {
  const points = Array.from({ length: 30 }, (_, i) => /** @type {const} */ ([i * 3, (i * 7) % 20, 0.5]));
  const body = writeBody(/** @type {Body} */ ({ kind: 'pen', points }));
  const parts = Array.from({ length: ELEMENTS / PART }, (_, part) =>
    Array.from({ length: PART }, (_, i) => {
      const n = part * PART + i;
      return { number: n + 1, by: 'ada', element: `element-${n}`, page: 1, body, place: writePlace({ ...NOWHERE, x: (n % 250) * 100, y: Math.floor(n / 250) * 40, z: n }) };
    }),
  );
  // as it comes over the wire
  const texts = parts.map((entries) => JSON.stringify(entries));
  const scene = new Scene((text, size) => ({ width: text.length * size, height: size }), () => 'bob');
  // the time of this process: others may have the processor meanwhile
  const began = process.cpuUsage();
  for (const text of texts) scene.takePart([], JSON.parse(text));
  const found = scene.in(1, { x: 0, y: 0, width: 1920, height: 1080 });
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  assert.equal(scene.size, ELEMENTS);
  assert.ok(found.length > 400 && found.length < 1000, `${found.length} are seen`);
  assert.ok(took < SOON, `${Math.round(took)} ms`);
});
