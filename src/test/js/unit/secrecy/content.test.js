import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContentKeys, isSealed, sealedLength } from '../../../../main/webapp/app/cipher/content.js';
import { drawKey, secretKey } from '../../../../main/webapp/app/cipher/keys.js';

const key = drawKey();

test('a text is read by all who have the key, as what it was written as', async () => {
  const sealed = await new ContentKeys(key).seal('Grüße 👋', 'chat');
  assert.ok(isSealed(sealed));
  assert.ok(!isSealed('Grüße'));
  assert.equal(await new ContentKeys(key).open(sealed, 'chat'), 'Grüße 👋');
  assert.equal(await new ContentKeys(key).open(sealed, 'poll'), null);
  assert.equal(await new ContentKeys(drawKey()).open(sealed, 'chat'), null);
  assert.equal(await new ContentKeys(key).open(`${sealed.slice(0, -3)}AAA`, 'chat'), null);
  assert.equal(await new ContentKeys(key).open('Grüße', 'chat'), null);
});

test('the same text never looks the same twice, and has a bound', async () => {
  const keys = new ContentKeys(key);
  assert.notEqual(await keys.seal('ja', 'chat'), await keys.seal('ja', 'chat'));
  for (const text of ['€'.repeat(4000), '👋'.repeat(2000), 'a']) assert.ok((await keys.seal(text, 'chat')).length <= sealedLength(text.length));
});

test('bytes are read by all who have the key, as what they were sealed as', async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const [ada, bob, eve] = [new ContentKeys(key), new ContentKeys(key), new ContentKeys(crypto.getRandomValues(new Uint8Array(32)))];
  const picture = new Uint8Array([1, 2, 3]);
  const stored = await ada.sealBytes(picture, 'picture');
  assert.equal(new TextDecoder().decode(stored.subarray(0, 2)), '~1');
  assert.deepEqual(await bob.openBytes(stored, 'picture'), picture);
  assert.equal(await bob.openBytes(stored, 'chat'), null);
  assert.equal(await eve.openBytes(stored, 'picture'), null);
  assert.equal(await bob.openBytes(picture, 'picture'), null);
});

test('after a renewal only those who are given the new keys read on', async () => {
  const [ada, bob, eve] = [new ContentKeys(key), new ContentKeys(key), new ContentKeys(key)];
  const before = await ada.seal('davor', 'chat');
  ada.renew();
  const secret = await secretKey(drawKey());
  const packed = await ada.pack(secret);
  assert.equal(await bob.unpack(secret, packed), true);
  assert.equal(await eve.unpack(await secretKey(drawKey()), packed), false);
  const after = await bob.seal('danach', 'chat');
  assert.equal(await ada.open(after, 'chat'), 'danach');
  assert.equal(await ada.open(before, 'chat'), 'davor');
  assert.equal(await eve.open(after, 'chat'), null);
  assert.equal(bob.newest, 1);
});
