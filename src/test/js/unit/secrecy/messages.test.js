import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOpener, messageSealer } from '../../../../main/webapp/app/secrecy/messages.js';

/** @import { ClientMessage, ServerMessage } from '../../../../main/webapp/app/protocol/messages.js' */

const seal = async (/** @type {string} */ text, /** @type {string} */ purpose) => `${purpose}(${text})`;
const read = async (/** @type {string} */ text, /** @type {string} */ purpose) => (text.startsWith(`${purpose}(`) ? text.slice(purpose.length + 1, -1) : null);
const opener = { open: read, words: async (/** @type {string} */ text, /** @type {string} */ purpose) => text && ((await read(text, purpose)) ?? '?') };

/** @param {any} message @returns {Promise<any>} */
const sealed = async (message) => messageSealer(/** @type {ClientMessage} */ (message))?.(seal);
/** @param {any} message @returns {Promise<any>} */
const opened = async (message) => messageOpener(/** @type {ServerMessage} */ (message))?.(opener);

test('texts go out sealed, and nothing else of a message changes', async () => {
  assert.deepEqual(await sealed({ type: 'chat-send', key: 'k', text: 'Hallo', to: 'bob' }), { type: 'chat-send', key: 'k', text: 'chat(Hallo)', to: 'bob' });
  assert.deepEqual(await sealed({ type: 'chat-edit', message: 1, text: 'Hallo' }), { type: 'chat-edit', message: 1, text: 'chat(Hallo)' });
  assert.deepEqual(await sealed({ type: 'poll-save', poll: 'p', question: 'Wann?', options: ['jetzt', 'nie'], multiple: true, anonymous: false }), {
    type: 'poll-save', poll: 'p', question: 'poll(Wann?)', options: ['poll(jetzt)', 'poll(nie)'], multiple: true, anonymous: false,
  });
  const { steps } = await sealed({ type: 'board-draw', board: 'b', key: 'k', steps: [{ element: 'e', page: 1, body: 'x', place: 'y' }, { element: 'f', page: 1 }] });
  assert.deepEqual(steps, [{ element: 'e', page: 1, body: 'board(x)', place: 'board(y)' }, { element: 'f', page: 1, body: undefined, place: undefined }]);
  assert.deepEqual(await sealed({ type: 'ink-draw', share: 's', stroke: 'i', color: '#e02f2f', points: [1, 2], ended: true }), {
    type: 'ink-draw', share: 's', stroke: 'i', color: '', points: [], ended: true, sealed: 'ink(["#e02f2f",1,2])',
  });
  assert.deepEqual(await sealed({ type: 'react', reaction: 'heart' }), { type: 'react', sealed: 'reaction(heart)' });
  assert.equal(messageSealer({ type: 'ping', sent: 1 }), null);
});

test('texts come in opened, and words stand for what cannot be read', async () => {
  const { entries } = await opened({ type: 'chat-page', entries: [{ id: 1, text: 'chat(a)', quote: { id: 0, name: 'Bob', text: 'chat(anf' } }, { id: 2, text: 'poll(a)' }, { id: 3, text: '', removed: 'sender' }] });
  assert.deepEqual(entries.map((/** @type {{text: string}} */ entry) => entry.text), ['a', '?', '']);
  assert.equal(entries[0].quote.text, '…');
  const { polls } = await opened({ type: 'polls', polls: [{ id: 'p', question: 'poll(a)', options: ['poll(b)', 'c'] }] });
  assert.deepEqual(polls, [{ id: 'p', question: 'a', options: ['b', '?'] }]);
  const { operations } = await opened({ type: 'board-drawn', board: 'b', operations: [{ number: 1, steps: [{ element: 'e', page: 1, body: 'board(x)', place: 'open' }] }] });
  const { entries: elements } = await opened({ type: 'board-part', board: 'b', entries: [{ number: 1, element: 'e', page: 1, body: '', place: 'board(y)' }] });
  assert.deepEqual([elements[0].body, elements[0].place], ['', 'y']);
  assert.deepEqual(operations[0].steps, [{ element: 'e', page: 1, body: 'x', place: undefined }]);
  const ink = { type: 'ink-drawn', share: 's', by: 'b', stroke: 'i', color: '', points: [], ended: true };
  const drawn = await opened({ ...ink, sealed: 'ink(["#e02f2f",1,2])' });
  assert.deepEqual([drawn.color, drawn.points], ['#e02f2f', [1, 2]]);
  for (const unreadable of ['chat(["#e02f2f",1,2])', 'ink(["#e02f2f",1])', 'ink(["#e02f2f",-1,2])', 'ink({})', null]) {
    assert.deepEqual((await opened({ ...ink, sealed: unreadable })).points, []);
  }
  assert.equal((await opened({ type: 'reacted', participant: 'b', sealed: 'reaction(heart)' })).reaction, 'heart');
  assert.equal((await opened({ type: 'reacted', participant: 'b', sealed: 'heart' })).reaction, null);
  assert.equal(messageOpener({ type: 'pong', sent: 1 }), null);
});

test('where somebody points and looks goes out sealed, and comes in opened', async () => {
  const point = { type: 'board-point', page: 3, hand: 'shines', points: [10, 20] };
  assert.deepEqual(await sealed(point), { type: 'board-point', page: 0, hand: 'points', points: [], sealed: 'pointer([3,"shines",10,20])' });
  assert.deepEqual(await sealed({ ...point, hand: 'away', points: [] }), { type: 'board-point', page: 0, hand: 'away', points: [] });
  const sight = { page: 1, x: -5, y: 0, width: 10, height: 20 };
  const look = await sealed({ type: 'board-look', sight });
  assert.deepEqual(look, { type: 'board-look', sealed: `sight(${JSON.stringify(sight)})` });

  const pointer = { participant: 'b', page: 0, hand: 'points', points: [] };
  const { pointers } = await opened({ type: 'board-pointers', pointers: [
    { ...pointer, sealed: ['pointer([3,"draws",1,2])', 'pointer([3,"draws",3,4])'] },
    { ...pointer, participant: 'c', hand: 'away' },
    { ...pointer, participant: 'd', sealed: ['sight([3,"draws",1,2])', 'pointer([3,"flies",1,2])', 'pointer([3,"draws",1])', 'pointer({})', 'pointer(x)'] },
    { ...pointer, participant: 'e' },
  ] });
  assert.deepEqual(pointers, [
    { participant: 'b', page: 3, hand: 'draws', points: [1, 2] },
    { participant: 'b', page: 3, hand: 'draws', points: [3, 4] },
    { participant: 'c', page: 0, hand: 'away', points: [] },
  ]);
  assert.deepEqual((await opened({ type: 'board-seen', participant: 'b', sealed: look.sealed })).sight, sight);
  for (const bad of ['pointer([1])', 'sight(null)', 'sight({"page":1,"x":0,"y":0,"width":0,"height":1})', null]) {
    assert.equal((await opened({ type: 'board-seen', participant: 'b', sealed: bad })).sight, null);
  }
});
