import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64url, fromBase64url } from '../../../../main/webapp/app/cipher/bytes.js';
import { PICTURES, checkOf, drawKey, drawSalt, fits, fragmentOf, keyIn, keyOfPhrase, keyOfTyped, picturesOf } from '../../../../main/webapp/app/cipher/keys.js';

const key = drawKey();

test('bytes survive base64url, whatever their number', () => {
  for (let length = 0; length < 40; length++) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    assert.deepEqual(fromBase64url(base64url(bytes)), bytes);
  }
  assert.equal(fromBase64url('a'), null);
  assert.equal(fromBase64url('ab=='), null);
});

test('the key is read from the fragment of a link, alone or beside a token', () => {
  const link = 'https://meet.example/m/abcdefghijkmnpqrst';
  assert.deepEqual(keyIn(`${link}#${fragmentOf(key)}`), key);
  assert.deepEqual(keyIn(`#device=abc&${fragmentOf(key)}`), key);
  assert.equal(keyIn(link), null);
  assert.equal(keyIn(`${link}?k=${base64url(key)}`), null, 'a query goes to the server');
  assert.equal(keyIn(`#k=${base64url(key)}x`), null);
});

test('a typed key is a link, its letters, or a phrase', async () => {
  const salt = drawSalt();
  assert.deepEqual(await keyOfTyped(` https://meet.example/m/x#${fragmentOf(key)} `, salt), key);
  assert.deepEqual(await keyOfTyped(base64url(key), salt), key);
  const phrase = await keyOfTyped('Korrekt Pferd Batterie', salt);
  assert.deepEqual(phrase, await keyOfPhrase('korrekt  pferd batterie', salt), 'as it is told by voice');
  assert.notDeepEqual(phrase, await keyOfPhrase('korrekt pferd batterie', drawSalt()));
  assert.equal(await keyOfTyped('kurz', salt), null);
});

test('the check value fits its key alone, and is not the key', async () => {
  const check = { check: await checkOf(key), salt: '' };
  assert.equal(await fits(key, check), true);
  assert.equal(await fits(drawKey(), check), false);
  assert.ok(!base64url(key).includes(check.check));
});

test('the same key has the same four pictures everywhere', async () => {
  assert.deepEqual(await picturesOf(new Uint8Array(32)), await picturesOf(new Uint8Array(32)));
  const all = await Promise.all(Array.from({ length: 50 }, () => picturesOf(drawKey())));
  assert.ok(all.flat().every((one) => one >= 0 && one < PICTURES));
  assert.ok(new Set(all.map(String)).size > 45);
});
