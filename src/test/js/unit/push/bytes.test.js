import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64, markOf, same } from '../../../../main/webapp/app/push/bytes.js';

test('Base64 for addresses is read with its two letters of its own', () => {
  assert.deepEqual([...fromBase64('-_8')], [251, 255]);
  assert.deepEqual([...fromBase64('')], []);
});

test('keys are compared byte by byte', () => {
  assert.ok(same(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
  assert.ok(!same(Uint8Array.of(1, 2), Uint8Array.of(1, 3)));
  assert.ok(!same(Uint8Array.of(1), Uint8Array.of(1, 2)));
});

test('an address is known by its SHA-256', async () => {
  assert.equal(await markOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
