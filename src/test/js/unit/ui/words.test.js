import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortcutOf } from '../../../../main/webapp/app/ui/shortcuts.js';
import { previewOf } from '../../../../main/webapp/app/devices/preview-of.js';
import { readName } from '../../../../main/webapp/app/state/names.js';
import { hue, initials } from '../../../../main/webapp/app/ui/initials.js';
import { calledBy, fill, translator } from '../../../../main/webapp/app/ui/texts.js';

test('initials are what people see as characters', () => {
  assert.equal(initials('Anna Müller-Lüdenscheidt'), 'AM');
  assert.equal(initials('🦊 Fuchs'), '🦊F');
  assert.equal(initials('👩‍👩‍👧‍👦'), '👩‍👩‍👧‍👦');
  assert.equal(initials('مريم الحسن'), 'ما');
  assert.equal(initials('  '), '?');
  assert.equal(hue('Anna'), hue('Anna'));
});

test('values are put in as they are', () => {
  assert.equal(fill('{0} und {1}', ['{1}', 'B']), '{1} und B');
  assert.equal(fill('{0}', []), '{0}');
  assert.equal(translator({ a: 'A {0}' })('a', 3), 'A 3');
});

test('a button is called by what is seen on it', () => {
  assert.equal(calledBy('Hand heben', 'Melden'), 'Melden: Hand heben');
  assert.equal(calledBy('Chat, 2 neue', 'Chat'), 'Chat, 2 neue');
  assert.equal(calledBy('Mikrofon ausschalten', 'mikrofon'), 'Mikrofon ausschalten');
  assert.equal(calledBy('Mehr', undefined), 'Mehr');
});

test('names are trimmed, and refused when empty or too long', () => {
  assert.deepEqual(readName('  Anna   Müller '), { name: 'Anna Müller', problem: null });
  assert.equal(readName(' \t ').problem, 'stage.prejoin.name.empty');
  assert.equal(readName('x'.repeat(81)).problem, 'stage.prejoin.name.long');
});

test('the mirror explains before it asks', () => {
  const camera = { wanted: true, id: null, track: null, trouble: null };
  assert.equal(previewOf({ asked: false, camera }), 'explain');
  assert.equal(previewOf({ asked: true, camera }), 'opening');
  assert.equal(previewOf({ asked: true, camera: { ...camera, trouble: 'denied' } }), 'trouble');
  assert.equal(previewOf({ asked: true, camera: { ...camera, wanted: false } }), 'off');
});

test('keys work, except while somebody types or with a modifier', () => {
  const key = (more) => ({ key: 'm', ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: null, ...more });
  assert.equal(shortcutOf(key({})), 'microphone');
  assert.equal(shortcutOf(key({ key: 'V' })), 'camera');
  assert.equal(shortcutOf(key({ key: '?' })), 'shortcuts');
  assert.equal(shortcutOf(key({ ctrlKey: true })), null);
  assert.equal(shortcutOf(key({ target: { closest: () => ({}) } })), null);
});
