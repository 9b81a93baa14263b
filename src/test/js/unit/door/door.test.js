import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKnocks } from '../../../../main/webapp/app/door/slice.js';
import { actionsOn } from '../../../../main/webapp/app/moderation/actions-on.js';
import { Leading } from '../../../../main/webapp/app/moderation/leading.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { permits } from '../../../../main/webapp/app/state/rules.js';
import { Store } from '../../../../main/webapp/app/state/store.js';
import { person, said, welcome } from '../../meeting.js';

const ALL = ['unmute', 'camera', 'share', 'rename'];
const room = (more = {}) => ({ type: 'room-state', on: ALL, password: false, ...more });
const crowd = [person('a', { role: 'creator' }), person('b'), person('c', { role: 'moderator' }), person('d', { role: 'moderator', deviceOf: 'c' })];
const inside = (self) => said(atTheDoor('M'), welcome(self, ...crowd), room());
const may = (state, id) => Object.entries(actionsOn(state, state.people.participants.find((p) => p.id === id))).filter(([, yes]) => yes).map(([name]) => name).sort();

test('a password is asked for at the door, and again when it was wrong', () => {
  assert.equal(atTheDoor('M', true).door.password, 'needed');
  const wrong = said(atTheDoor('M', true), { type: 'refused', reason: 'wrong-password' });
  assert.deepEqual([wrong.stay.phase, wrong.door.password], ['prejoin', 'wrong']);
  assert.equal(said(wrong, welcome('a', ...crowd)).door.password, null);
});

test('a moderator learns that a password was not changed', () => {
  for (const code of ['throttled', 'internal']) {
    const state = said(inside('a'), { type: 'failed', code, about: 'set-password' });
    assert.equal(state.notices.shown.at(-1)?.text, 'stage.notice.password-failed');
  }
});

test('who waits knows why and nothing else', () => {
  const state = said(atTheDoor('M'), { type: 'waiting', reason: 'lobby' });
  assert.deepEqual([state.stay.phase, state.door.waiting, state.people.participants.length], ['waiting', 'lobby', 0]);
  assert.equal(said(state, { type: 'refused', reason: 'declined' }).stay.phase, 'refused');
});

test('only who did not knock before is news', () => {
  assert.deepEqual(newKnocks([{ id: '1', name: 'A' }], [{ id: '1', name: 'A' }, { id: '2', name: 'B' }]).map((k) => k.id), ['2']);
  assert.deepEqual(newKnocks([{ id: '1', name: 'A' }], []), []);
});

test('what one may do to whom', () => {
  assert.deepEqual(may(inside('b'), 'b'), ['rename']);
  assert.deepEqual(may(inside('b'), 'a'), []);
  assert.deepEqual(may(inside('a'), 'b'), ['beside', 'mute', 'promote', 'remove', 'spotlight', 'stopVideo']);
  assert.deepEqual(may(inside('c'), 'a'), ['beside', 'mute', 'spotlight', 'stopVideo']);
  assert.ok(!may(inside('c'), 'd').includes('remove'), 'nobody removes their own second device');
  assert.ok(may(said(inside('a'), room({ on: ['camera'] })), 'b').includes('allow'));
});

test('a shared screen can be ended and silenced, whatever the devices are', () => {
  const quiet = { microphone: false, camera: false };
  const shows = (id, more) => ({ type: 'participant-changed', participant: person(id, { ...quiet, publishing: ['screen'], ...more }) });
  assert.deepEqual(may(said(inside('a'), { type: 'participant-changed', participant: person('b', quiet) }), 'b'), ['beside', 'promote', 'remove', 'spotlight']);
  assert.deepEqual(may(said(inside('a'), shows('b')), 'b'), ['beside', 'mute', 'promote', 'remove', 'spotlight', 'stopVideo']);
  assert.ok(!may(said(inside('a'), shows('b', { role: 'moderator' })), 'b').includes('stopVideo'), 'moderators may always share');
});

test('a tab knows why it may not share, until a welcome begins anew', () => {
  const barred = said(inside('b'), { type: 'share-rule', barrier: 'switched-off', silent: true });
  assert.deepEqual(barred.rules.share, { barrier: 'switched-off', silent: true });
  assert.deepEqual(said(barred, room()).rules.share, barred.rules.share);
  assert.deepEqual(said(barred, { type: 'share-rule', silent: false }).rules.share, { barrier: null, silent: false });
  assert.deepEqual(said(barred, welcome('b', ...crowd)).rules.share, { barrier: null, silent: false });
});

test('rules bind participants, and moderators not', () => {
  const closed = room({ on: [] });
  assert.equal(permits(said(inside('b'), closed), 'unmute'), false);
  assert.equal(permits(said(inside('a'), closed), 'unmute'), true);
  assert.deepEqual(may(said(inside('b'), closed), 'b'), []);
});

test('who is led follows until they look elsewhere, and again when asked to', () => {
  const led = said(inside('b'), room({ leader: 'a' }), { type: 'follow-view', layout: 'speaker', participant: 'c', again: false });
  assert.deepEqual([led.view.layout, led.view.pinned, led.view.following], ['speaker', 'c', true]);
  const free = said(reduce(led, { type: 'layout', layout: 'grid' }), { type: 'follow-view', layout: 'side', again: false });
  assert.deepEqual([free.view.layout, free.view.following], ['grid', false]);
  assert.equal(said(free, { type: 'follow-view', layout: 'side', again: true }).view.layout, 'side');
  assert.equal(said(led, { type: 'follow-view', layout: 'layout of tomorrow', again: true }).view.layout, 'speaker');
});

test('the leader tells all at the beginning, then each change', async () => {
  const sent = [];
  const store = new Store(reduce, inside('a'));
  new Leading(store, (message) => sent.push(message) > 0);
  store.dispatch({ type: 'layout', layout: 'grid' });
  await Promise.resolve();
  assert.equal(sent.length, 0);
  store.dispatch({ type: 'server', message: room({ leader: 'a' }) });
  await Promise.resolve();
  store.dispatch({ type: 'pin', seat: 'b/screen' });
  await Promise.resolve();
  store.dispatch({ type: 'panel', panel: 'people' });
  await Promise.resolve();
  assert.deepEqual(sent, [
    { type: 'lead-view', layout: 'grid', participant: undefined, again: true },
    { type: 'lead-view', layout: 'grid', participant: 'b', again: false },
  ]);
});
