import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKnocks } from '../../../../main/webapp/app/door/door.js';
import { initialState, reduce } from '../../../../main/webapp/app/state/meeting.js';
import { Leading } from '../../../../main/webapp/app/moderation/leading.js';
import { actionsOn, permits } from '../../../../main/webapp/app/moderation/room.js';
import { Store } from '../../../../main/webapp/app/state/store.js';

const person = (id, more = {}) => ({ id, name: id.toUpperCase(), role: 'participant', microphone: true, camera: true, connected: true, publishing: [], ...more });
const said = (state, ...messages) => messages.reduce((s, message) => reduce(s, { type: 'server', message }), state);
const ALL = ['unmute', 'camera', 'share', 'rename'];
const room = (more = {}) => ({ type: 'room-state', on: ALL, password: false, ...more });
const welcome = (self, ...participants) => ({
  type: 'welcome', self, resume: 'r', meeting: { name: 'M', code: '1', link: 'l' }, participants,
  viewing: [], iceServers: [], limits: { slots: 9, audioSlots: 3, resumeSeconds: 60 }, epoch: 1, mediaAvailable: true,
});
const crowd = [person('a', { role: 'creator' }), person('b'), person('c', { role: 'moderator' }), person('d', { role: 'moderator', deviceOf: 'c' })];
const inside = (self) => said(initialState('M'), welcome(self, ...crowd), room());
const may = (state, id) => Object.entries(actionsOn(state, state.participants.find((p) => p.id === id))).filter(([, yes]) => yes).map(([name]) => name).sort();

test('a password is asked for at the door, and again when it was wrong', () => {
  assert.equal(initialState('M', true).door.password, 'needed');
  const wrong = said(initialState('M', true), { type: 'refused', reason: 'wrong-password' });
  assert.deepEqual([wrong.phase, wrong.door.password], ['prejoin', 'wrong']);
  assert.equal(said(wrong, welcome('a', ...crowd)).door.password, null);
});

test('who waits knows why and nothing else', () => {
  const state = said(initialState('M'), { type: 'waiting', reason: 'lobby' });
  assert.deepEqual([state.phase, state.door.waiting, state.participants.length], ['waiting', 'lobby', 0]);
  assert.equal(said(state, { type: 'refused', reason: 'declined' }).phase, 'refused');
});

test('only who did not knock before is news', () => {
  assert.deepEqual(newKnocks([{ id: '1', name: 'A' }], [{ id: '1', name: 'A' }, { id: '2', name: 'B' }]).map((k) => k.id), ['2']);
  assert.deepEqual(newKnocks([{ id: '1', name: 'A' }], []), []);
});

test('what one may do to whom', () => {
  assert.deepEqual(may(inside('b'), 'b'), ['rename']);
  assert.deepEqual(may(inside('b'), 'a'), []);
  assert.deepEqual(may(inside('a'), 'b'), ['mute', 'promote', 'remove', 'spotlight', 'stopVideo']);
  assert.deepEqual(may(inside('c'), 'a'), ['mute', 'spotlight', 'stopVideo']);
  assert.ok(!may(inside('c'), 'd').includes('remove'), 'nobody removes their own second device');
  assert.ok(may(said(inside('a'), room({ on: ['camera'] })), 'b').includes('allow'));
});

test('rules bind participants, and moderators not', () => {
  const closed = room({ on: [] });
  assert.equal(permits(said(inside('b'), closed), 'unmute'), false);
  assert.equal(permits(said(inside('a'), closed), 'unmute'), true);
  assert.deepEqual(may(said(inside('b'), closed), 'b'), []);
});

test('who is led follows until they look elsewhere, and again when asked to', () => {
  const led = said(inside('b'), room({ leader: 'a' }), { type: 'follow-view', layout: 'speaker', participant: 'c', again: false });
  assert.deepEqual([led.layout, led.pinned, led.following], ['speaker', 'c', true]);
  const free = said(reduce(led, { type: 'layout', layout: 'grid' }), { type: 'follow-view', layout: 'side', again: false });
  assert.deepEqual([free.layout, free.following], ['grid', false]);
  assert.equal(said(free, { type: 'follow-view', layout: 'side', again: true }).layout, 'side');
  assert.equal(said(led, { type: 'follow-view', layout: 'layout of tomorrow', again: true }).layout, 'speaker');
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
