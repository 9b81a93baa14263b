import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameOpener, FrameSealer, KeyRing } from '../../../../main/webapp/app/cipher/frame.js';
import { drawKey, secretKey } from '../../../../main/webapp/app/cipher/keys.js';

const KEY_FRAME = Uint8Array.from({ length: 300 }, (_, i) => (i * 7) & 0xfe);
const DELTA = Uint8Array.from({ length: 120 }, (_, i) => (i * 5) | 1);
const OPUS = Uint8Array.from({ length: 60 }, (_, i) => i + 1);

/** @param {Array<[number, Uint8Array]>} secrets by epoch */
async function ring(...secrets) {
  const made = new KeyRing();
  for (const [epoch, secret] of secrets) made.add(epoch, await secretKey(secret), epoch);
  return made;
}

/** @param {KeyRing} keys @param {number} epoch @param {number} leaf */
function sealer(keys, epoch, leaf) {
  const made = new FrameSealer(keys);
  made.use({ epoch, leaf });
  return made;
}

/** @param {ArrayBuffer | null} data */
const bytes = (data) => data && new Uint8Array(data);
/** @param {Uint8Array} frame */
const data = (frame) => /** @type {ArrayBuffer} */ (frame.slice().buffer);

test('what was sealed is opened, and only the first bytes can be read between', async () => {
  const keys = await ring([3, drawKey()]);
  const from = sealer(keys, 3, 5);
  for (const [frame, kind, clear] of /** @type {Array<[Uint8Array, 'audio' | 'video', number]>} */ ([[KEY_FRAME, 'video', 10], [DELTA, 'video', 3], [OPUS, 'audio', 1], [OPUS.subarray(0, 1), 'audio', 1]])) {
    const sealed = /** @type {ArrayBuffer} */ (await from.seal(data(frame), kind));
    assert.equal(sealed.byteLength, frame.length + 27);
    assert.deepEqual(bytes(sealed.slice(0, clear)), frame.slice(0, clear));
    assert.ok(frame.length < 20 || !Buffer.from(sealed).includes(Buffer.from(frame.subarray(clear, clear + 16))));
    assert.deepEqual(bytes(await new FrameOpener(keys, kind).open(sealed)), frame);
  }
});

test('the same frame is never sealed the same twice', async () => {
  const from = sealer(await ring([1, drawKey()]), 1, 0);
  const all = await Promise.all(Array.from({ length: 20 }, () => from.seal(data(OPUS), 'audio')));
  assert.equal(new Set(all.map((one) => Buffer.from(one ?? data(OPUS)).toString('hex'))).size, 20);
});

test('another key, another sender, another epoch and a changed byte are not opened', async () => {
  const secret = drawKey();
  const keys = await ring([1, secret]);
  const sealed = /** @type {ArrayBuffer} */ (await sealer(keys, 1, 2).seal(data(DELTA), 'video'));
  assert.equal(await new FrameOpener(await ring([1, drawKey()]), 'video').open(sealed), null);
  assert.equal(await new FrameOpener(await ring([2, secret]), 'video').open(sealed), null);
  for (let i = 0; i < sealed.byteLength; i++) {
    const changed = new Uint8Array(sealed.slice(0));
    changed[i] ^= 0x10;
    assert.equal(await new FrameOpener(keys, 'video').open(changed.buffer), null, `byte ${i}`);
  }
  assert.equal(await new FrameOpener(keys, 'video').open(data(DELTA)), null, 'never sealed');
  assert.deepEqual(bytes(await new FrameOpener(keys, 'video').open(sealed)), DELTA);
});

test('without a key nothing is sent', async () => {
  const from = new FrameSealer(await ring([1, drawKey()]));
  assert.equal(await from.seal(data(DELTA), 'video'), null);
  from.use({ epoch: 2, leaf: 0 });
  assert.equal(await from.seal(data(DELTA), 'video'), null);
});

test('a frame is played once, in a little disorder too; a key frame may be repeated', async () => {
  const keys = await ring([1, drawKey()]);
  const from = sealer(keys, 1, 0);
  const sealed = [];
  for (let i = 0; i < 1030; i++) sealed.push(/** @type {ArrayBuffer} */ (await from.seal(data(DELTA), 'video')));
  const key = /** @type {ArrayBuffer} */ (await from.seal(data(KEY_FRAME), 'video'));
  const to = new FrameOpener(keys, 'video');
  assert.ok(await to.open(sealed[500]));
  assert.ok(await to.open(sealed[499]));
  assert.equal(await to.open(sealed[500]), null);
  assert.ok(await to.open(key));
  assert.ok(await to.open(key));
  assert.equal(await to.open(sealed[0]), null, 'too old');
});

test('an epoch keeps its secret, and old ones are let go', async () => {
  const secret = drawKey();
  const keys = await ring([1, secret], [2, drawKey()]);
  const sealed = /** @type {ArrayBuffer} */ (await sealer(keys, 1, 0).seal(data(OPUS), 'audio'));
  keys.add(1, await secretKey(drawKey()), 5);
  assert.ok(await new FrameOpener(keys, 'audio').open(sealed));
  keys.forget(2);
  assert.equal(await new FrameOpener(keys, 'audio').open(sealed), null);
});
