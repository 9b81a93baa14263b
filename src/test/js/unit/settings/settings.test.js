import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOn, keptBy, turned } from '../../../../main/webapp/app/settings/switches.js';
import { DEFAULTS, Preferences, readPreferences } from '../../../../main/webapp/app/platform/preferences.js';
import { followSettings, tellSettings } from '../../../../main/webapp/app/platform/settings-channel.js';

function storage(written = {}) {
  const items = new Map([['plenum-preferences', JSON.stringify(written)]]);
  return {
    /** @param {string} key */
    getItem: (key) => items.get(key) ?? null,
    /** @param {string} key @param {string} value */
    setItem: (key, value) => void items.set(key, value),
    get kept() {
      return JSON.parse(items.get('plenum-preferences') ?? '{}');
    },
  };
}

test('switches show preferences and sounds', () => {
  const wanted = { ...DEFAULTS, enterMuted: true, silent: ['join'] };
  assert.equal(isOn(wanted, { preference: 'enterMuted' }), true);
  assert.equal(isOn(wanted, { preference: 'lowData' }), false);
  assert.equal(isOn(wanted, { sound: 'join' }), false);
  assert.equal(isOn(wanted, { sound: 'leave' }), true);
});

test('turning a switch changes what it is about and nothing else', () => {
  const wanted = { ...DEFAULTS, silent: ['join'] };
  assert.deepEqual(turned(wanted, { preference: 'lowData' }, true), { lowData: true });
  assert.deepEqual(turned(wanted, { sound: 'leave' }, false), { silent: ['join', 'leave'] });
  assert.deepEqual(turned(wanted, { sound: 'join' }, false), { silent: ['join'] });
  assert.deepEqual(turned(wanted, { sound: 'join' }, true), { silent: [] });
});

test('the switches of an account say what it keeps', () => {
  const switches = [
    { preference: 'enterMuted', on: true },
    { preference: 'enterWithoutCamera', on: false },
    { sound: 'join', on: false },
    { sound: 'leave', on: true },
  ];
  assert.deepEqual(keptBy(switches), { enterMuted: true, enterWithoutCamera: false, silent: ['join'] });
});

test('what the account keeps counts, and is not left in the browser', () => {
  const browser = storage({ enterMuted: false, lowData: true });
  const preferences = new Preferences(browser, { enterMuted: true, silent: ['join'], tiles: 'many', role: 'admin' });
  assert.equal(preferences.now.enterMuted, true);
  assert.equal(preferences.now.tiles, DEFAULTS.tiles);
  assert.equal('role' in preferences.now, false);
  preferences.change({ silent: [], tiles: 16 });
  assert.deepEqual(preferences.now.silent, []);
  assert.deepEqual({ ...browser.kept }, { ...DEFAULTS, lowData: true, tiles: 16 });
});

test('a change on another page is followed and neither stored again nor undone', () => {
  const browser = storage();
  const preferences = new Preferences(browser);
  let told = 0;
  preferences.onChange(() => told++);
  preferences.follow({ lowData: true, silent: 'all', nonsense: 1 });
  assert.equal(preferences.now.lowData, true);
  assert.deepEqual(preferences.now.silent, []);
  assert.equal(told, 1);
  assert.deepEqual(browser.kept, {});
  preferences.change({ mirror: false });
  assert.equal(browser.kept.lowData, true);
});

test('what somebody else wrote is read as far as it fits', () => {
  assert.deepEqual(readPreferences('no json'), DEFAULTS);
  assert.deepEqual(readPreferences('{"enterMuted":"yes","enterWithoutCamera":true}'), { ...DEFAULTS, enterWithoutCamera: true });
});

test('pages of one browser tell one another', async () => {
  /** @type {unknown[]} */
  const heard = [];
  const channel = followSettings(
    (changes) => heard.push(changes),
    (theme) => heard.push(theme),
  );
  tellSettings({ theme: 'dark' });
  tellSettings({ theme: 'evil' });
  tellSettings({ preferences: { lowData: true } });
  for (let i = 0; i < 100 && heard.length < 2; i++) await new Promise((done) => setImmediate(done));
  channel.close();
  assert.deepEqual(heard, ['dark', { lowData: true }]);
});
