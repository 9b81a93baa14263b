import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { ContentKeys } from '../../../../main/webapp/app/cipher/content.js';
import { Group } from '../../../../main/webapp/app/cipher/group.js';
import { drawKey } from '../../../../main/webapp/app/cipher/keys.js';
import { Membership } from '../../../../main/webapp/app/secrecy/membership.js';

/**
 * The server's order in a few lines: whoever asked first joins first, who left is taken out by the first who is there.
 *
 * @import { ServerMessage } from '../../../../main/webapp/app/protocol/messages.js'
 */
class House {
  key = drawKey();
  step = 0;
  /** @type {string | null} */
  info = null;
  removals = 0;
  /** @type {Map<string, Tab>} */
  tabs = new Map();
  /** @type {string[]} */
  members = [];
  /** @type {string[]} */
  waiting = [];
  /** @type {string[]} */
  gone = [];
  renew = false;
  /** @type {string | null} */
  turn = null;
  #told = 0;

  /** @param {Uint8Array} [key] */
  come(key = this.key) {
    const tab = new Tab(this, key);
    this.tabs.set(tab.id, tab);
    this.tell(tab.id, { type: 'secrecy-state', step: this.step, member: false, removals: this.removals });
    return tab;
  }

  /** @param {Tab} tab @param {boolean} [removed] */
  go(tab, removed = false) {
    tab.membership.close();
    this.tabs.delete(tab.id);
    this.members = this.members.filter((id) => id !== tab.id);
    this.gone.push(tab.id);
    this.renew ||= removed;
    this.next();
  }

  /** @param {string} id @param {ServerMessage} message */
  tell(id, message) {
    const tab = this.tabs.get(id);
    if (!tab) return;
    this.#told++;
    queueMicrotask(() => tab.membership.heard(message));
  }

  /** @param {Tab} by @param {any} message */
  said(by, message) {
    if (message.type === 'secrecy-join') this.waiting.push(by.id);
    if (message.type === 'secrecy-info' && message.step === this.step) {
      this.info = message.info;
      this.turn = null;
    }
    if (message.type === 'secrecy-share') this.tabs.forEach((tab) => tab !== by && this.tell(tab.id, { type: 'secrecy-shared', step: message.step, keys: message.keys }));
    if (message.type === 'secrecy-commit' && this.turn === by.id && message.step === this.step) this.#commit(by, message);
    this.next();
  }

  /** @param {Tab} by @param {any} message */
  #commit(by, message) {
    this.turn = null;
    this.step++;
    this.info = message.info ?? null;
    if (this.waiting[0] === by.id) {
      this.waiting.shift();
      this.members.push(by.id);
    } else this.gone = [];
    if (message.keys) {
      this.removals++;
      this.renew = false;
    }
    for (const id of this.members) this.tell(id, { type: 'secrecy-changed', step: this.step, by: by.id, commit: message.commit, keys: message.keys });
    if (this.removals > 0) this.tell(this.members[0], { type: 'secrecy-wanted', step: this.step, what: 'keys' });
  }

  next() {
    if (this.turn) return;
    if (this.gone.length > 0 && this.members.length > 0) {
      this.turn = this.members[0];
      this.tell(this.turn, { type: 'secrecy-turn', step: this.step, gone: this.gone, renew: this.renew });
    } else if (this.waiting.length > 0) {
      this.turn = this.members.length === 0 || this.info ? this.waiting[0] : this.members[0];
      if (this.turn === this.waiting[0]) this.tell(this.turn, { type: 'secrecy-turn', step: this.step, info: this.members.length === 0 ? null : this.info, gone: [], renew: false });
      else this.tell(this.turn, { type: 'secrecy-wanted', step: this.step, what: 'info' });
    }
  }

  async settled() {
    for (let before = -1; before !== this.#told || this.turn; ) {
      before = this.#told;
      await new Promise((done) => setImmediate(done));
      await Promise.all([...this.tabs.values()].map((tab) => tab.membership.idle));
    }
  }
}

class Tab {
  id = randomUUID();
  steps = 0;
  /** @type {string[]} */
  secrets = [];
  /** @type {Promise<unknown>} */
  reading = Promise.resolve();

  /** @param {House} house @param {Uint8Array} key */
  constructor(house, key) {
    this.content = new ContentKeys(key);
    this.membership = new Membership({
      participant: this.id,
      key,
      content: this.content,
      send: (message) => house.said(this, message),
      onStep: ({ step, secret }) => {
        this.steps = step;
        this.reading = textOf(secret).then((text) => this.secrets.push(text));
      },
      onTexts: () => undefined,
      clock: { after: () => 0, cancel: () => undefined },
    });
  }

  async secret() {
    await this.reading;
    return this.secrets.at(-1);
  }
}

/** @param {CryptoKey} secret */
async function textOf(secret) {
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new Uint8Array(0) }, secret, 128);
  return Buffer.from(bits).toString('hex');
}

/** @param {Iterable<Tab>} tabs */
async function assertAgree(tabs) {
  const secrets = await Promise.all([...tabs].map((tab) => tab.secret()));
  assert.equal(new Set(secrets).size, 1);
  assert.ok(secrets[0]);
}

test('a crowd that comes at once ends with one secret', async () => {
  const house = new House();
  const tabs = Array.from({ length: 6 }, () => house.come());
  await house.settled();
  assert.equal(house.members.length, 6);
  await assertAgree(tabs);
});

test('who is removed knows neither the next secret nor what is written then; who comes later reads both', async () => {
  const house = new House();
  const [ada, bob, eve] = [house.come(), house.come(), house.come()];
  await house.settled();
  const before = await ada.content.seal('davor', 'chat');
  house.go(eve, true);
  await house.settled();
  await assertAgree([ada, bob]);
  assert.notEqual(await eve.secret(), await ada.secret());
  const after = await bob.content.seal('danach', 'chat');
  assert.equal(await eve.content.open(after, 'chat'), null);
  const cem = house.come();
  await house.settled();
  await assertAgree([ada, bob, cem]);
  assert.equal(await cem.content.open(before, 'chat'), 'davor');
  assert.equal(await cem.content.open(after, 'chat'), 'danach');
});

test('a tab that missed a step joins anew', async () => {
  const house = new House();
  const [ada, bob, cem] = [house.come(), house.come(), house.come()];
  await house.settled();
  // the connection of one was away while somebody came
  house.tabs.delete(bob.id);
  const dev = house.come();
  await house.settled();
  house.tabs.set(bob.id, bob);
  house.members = house.members.filter((id) => id !== bob.id);
  house.tell(bob.id, { type: 'secrecy-state', step: house.step, member: true, removals: 0 });
  await house.settled();
  await assertAgree([ada, bob, cem, dev]);
  assert.equal(ada.membership.members.length, 4);
});

test('another key makes no member', async () => {
  const house = new House();
  const ada = house.come();
  await house.settled();
  const eve = house.come(drawKey());
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(eve.steps, 0);
  assert.deepEqual(ada.membership.members, [ada.id]);
});

test('one of many who comes or goes costs a client little', async (t) => {
  const key = drawKey();
  const ids = Array.from({ length: Number(process.env.SECRECY_PEOPLE ?? 16) }, () => randomUUID());
  let [first, second] = [await Group.found({ participant: ids[0], key }), /** @type {Group | null} */ (null)];
  let bytes = 0;
  for (const participant of ids.slice(1)) {
    // two of them follow: what the others have to do is the same
    const { group, commit } = await Group.join({ participant, key }, await first.info());
    [first, second] = [await first.after(commit), second ? await second.after(commit) : group];
    bytes = commit.length;
  }
  const begin = performance.now();
  const step = await first.without([ids[10]]);
  const after = await second?.after(step?.commit ?? '');
  const millis = performance.now() - begin;
  assert.equal(after?.members.length, ids.length - 1);
  t.diagnostic(`join: ${bytes} bytes, leave: ${step?.commit.length} bytes and ${millis.toFixed()} ms for who commits and who follows, description: ${(await first.info()).length} bytes`);
  assert.ok(bytes <= 8000, `${bytes} bytes`);
  assert.ok((step?.commit.length ?? 0) <= 8000, `${step?.commit.length} bytes`);
  assert.ok(millis < 2000, `${millis} ms`);
  assert.ok((await first.info()).length < 80_000 / 2);
});
