import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { announceSecrecy } from '../../../../main/webapp/app/secrecy/announce.js';

const ROOT = new URL('../../../../main/', import.meta.url);
const LEAST_BYTES = 8000;

test('there is a sentence for each language that Plenum speaks', () => {
  const languages = readdirSync(new URL('resources/messages/', ROOT)).flatMap((file) => /^secrecy_([a-z]+)\.properties$/.exec(file)?.[1] ?? []);
  assert.equal(languages.length, 5);
  for (const language of languages) {
    const bytes = readFileSync(new URL(`webapp/sounds/encrypted-${language}.mp3`, ROOT));
    const tagged = bytes.subarray(0, 3).toString('latin1') === 'ID3';
    assert.ok(tagged || (bytes[0] === 0xff && (bytes[1] & 0xe0) === 0xe0), `${language} is no MP3`);
    assert.ok(bytes.length > LEAST_BYTES, `${language} has ${bytes.length} bytes`);
  }
});

test('it is said once for each stay, and not to who has switched it off', () => {
  /** @type {string[]} */
  const said = [];
  /** @type {(message: any) => void} */
  let hear = () => undefined;
  const scope = /** @type {any} */ (globalThis);
  scope.document = { documentElement: { lang: 'fr' } };
  scope.Audio = class {
    /** @param {string} address */
    constructor(address) {
      this.address = address;
    }

    async play() {
      said.push(this.address);
    }
  };
  const now = { silent: /** @type {string[]} */ ([]), speaker: '' };
  announceSecrecy({ session: { onMessage: (listener) => void (hear = listener) }, preferences: /** @type {any} */ ({ now }), clip: (language) => `encrypted-${language}.mp3` });
  hear({ type: 'pong', sent: 1 });
  hear({ type: 'welcome', self: 'ada' });
  hear({ type: 'welcome', self: 'ada' });
  assert.deepEqual(said, ['encrypted-fr.mp3']);
  now.silent = ['encrypted'];
  hear({ type: 'welcome', self: 'ada again' });
  assert.equal(said.length, 1);
});
