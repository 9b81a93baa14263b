import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBlur, picture } from '../../../../main/webapp/app/media/devices.js';
import { shareEncoding, shareWish } from '../../../../main/webapp/app/media/screen.js';
import { shareTroubleBefore, shareTroubleOf } from '../../../../main/webapp/app/media/share-errors.js';
import { DEFAULTS, Preferences, readPreferences } from '../../../../main/webapp/app/platform/preferences.js';
import { soundOf } from '../../../../main/webapp/app/stage/meeting-sounds.js';
import { nextTab } from '../../../../main/webapp/app/ui/tabs.js';

const ABLE = { secure: true, displayMedia: true, allowed: true, family: 'chromium' };

test('a browser that cannot share says why before it is asked', () => {
  assert.equal(shareTroubleBefore(ABLE), null);
  assert.equal(shareTroubleBefore({ ...ABLE, secure: false, displayMedia: false }), 'insecure');
  assert.equal(shareTroubleBefore({ ...ABLE, displayMedia: false, family: 'ios' }), 'ios');
  assert.equal(shareTroubleBefore({ ...ABLE, displayMedia: false, family: 'android' }), 'android');
  assert.equal(shareTroubleBefore({ ...ABLE, displayMedia: false }), 'unsupported');
  assert.equal(shareTroubleBefore({ ...ABLE, allowed: false }), 'policy');
});

test('a change of mind is no trouble, what the system forbids is', () => {
  const cases = [
    ['NotAllowedError', 'Permission denied', 'cancelled'],
    ['NotAllowedError', 'Permission denied by system', 'denied-by-system'],
    ['AbortError', '', 'cancelled'],
    ['NotFoundError', '', 'denied-by-system'],
    ['NotReadableError', '', 'unreadable'],
    ['SecurityError', '', 'policy'],
    ['TypeError', '', 'unknown'],
  ];
  for (const [name, message, trouble] of cases) assert.equal(shareTroubleOf({ name, message }), trouble);
});

test('asks for the whole screen with its sound, and never for this tab', () => {
  const wish = /** @type {any} */ (shareWish({ smooth: false, lowData: false }));
  assert.equal(wish.video.displaySurface, 'monitor');
  assert.equal(wish.systemAudio, 'include');
  assert.equal(wish.selfBrowserSurface, 'exclude');
  // sound of a film is no voice
  assert.equal(wish.audio.noiseSuppression, false);
});

test('a shared screen may need what text needs, and less only in low-data mode', () => {
  assert.ok((shareEncoding({ smooth: false, lowData: false }).maxBitrate ?? 0) >= 2_500_000);
  assert.ok((shareEncoding({ smooth: false, lowData: true }).maxBitrate ?? 0) <= 1_000_000);
  assert.ok((shareEncoding({ smooth: true, lowData: false }).maxFramerate ?? 0) > (shareEncoding({ smooth: false, lowData: false }).maxFramerate ?? 0));
});

test('low-data mode asks the camera for less', () => {
  const height = (/** @type {boolean} */ lowData) => /** @type {any} */ (picture({ lowData, blur: false }).height).ideal;
  assert.ok(height(true) * 2 < height(false));
});

test('preferences survive whatever was written', () => {
  for (const text of [null, '', 'null', '[]', '7', '{"tiles":', '{"tiles":7,"mirror":"no","silent":[1],"evil":1}']) assert.deepEqual(readPreferences(text), DEFAULTS);
  assert.deepEqual(readPreferences('{"tiles":25,"mirror":false,"silent":["join"],"camera":"c1"}'), { ...DEFAULTS, tiles: 25, mirror: false, silent: ['join'], camera: 'c1' });
});

test('preferences are kept, told, and hold where nothing can be kept', () => {
  /** @type {Record<string, string>} */
  const kept = {};
  const storage = { getItem: (/** @type {string} */ key) => kept[key] ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (kept[key] = value) };
  const preferences = new Preferences(storage);
  let told = 0;
  const end = preferences.onChange(() => told++);
  preferences.change({ lowData: true });
  assert.equal(told, 1);
  assert.equal(new Preferences(storage).now.lowData, true);
  end();
  preferences.change({ lowData: false });
  assert.equal(told, 1);
  const full = new Preferences({ getItem: () => { throw new Error('forbidden'); }, setItem: () => { throw new Error('full'); } });
  full.change({ tiles: 4 });
  assert.equal(full.now.tiles, 4);
});

const people = (...ids) => ids.map((id) => ({ id }));

test('people who come and go are heard, oneself is not', () => {
  const before = /** @type {any} */ ({ self: 'me', participants: people('me', 'a'), shares: [] });
  assert.equal(soundOf(before, { ...before, participants: people('me', 'a', 'b') }), 'join');
  assert.equal(soundOf(before, { ...before, participants: people('me') }), 'leave');
  assert.equal(soundOf(before, { ...before, shares: ['a'] }), 'share');
  assert.equal(soundOf(before, { ...before, shares: ['me'] }), null);
  assert.equal(soundOf({ ...before, self: null }, before), null);
  assert.equal(soundOf(before, before), null);
});

test('arrows go round the tabs, Home and End to their ends', () => {
  assert.equal(nextTab('ArrowRight', 3, 4), 0);
  assert.equal(nextTab('ArrowLeft', 0, 4), 3);
  assert.equal(nextTab('Home', 2, 4), 0);
  assert.equal(nextTab('End', 1, 4), 3);
  assert.equal(nextTab('Tab', 1, 4), null);
  assert.equal(nextTab('ArrowRight', -1, 4), null);
});

test('a background is blurred by the system, where it can, and left as it is where nobody wants it', () => {
  assert.deepEqual(picture({ lowData: false, blur: true }).backgroundBlur, { ideal: true });
  assert.equal('backgroundBlur' in picture({ lowData: false, blur: false }), false);
  const camera = (/** @type {any} */ capabilities) => /** @type {any} */ ({ getCapabilities: () => capabilities });
  assert.equal(canBlur(camera({ backgroundBlur: [false, true] })), true);
  assert.equal(canBlur(camera({ backgroundBlur: [false] })), false);
  assert.equal(canBlur(camera({})), false);
  assert.equal(canBlur(/** @type {any} */ ({})), false);
  assert.equal(canBlur(null), false);
});
