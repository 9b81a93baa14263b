import { alike, base64url, concat, fromBase64url, utf8 } from './bytes.js';
import { derived, secretKey } from './keys.js';
import * as mls from './ts-mls.js';

/**
 * This tab's place in the group of all who have the meeting's key: MLS (RFC 9420), cipher suite 1. A member's credential is the participant's
 * id and a proof that their signature key was made by somebody who has the meeting's key, so that a server cannot add a member. Everybody
 * joins by an external commit; a member who left is removed by another one's commit. A group never changes: each step makes the next one.
 *
 * @import { Bytes } from './bytes.js'
 * @import { ClientConfig, ClientState, Credential, LeafNode, MlsMessage, Proposal } from './ts-mls.js'
 * @typedef {{participant: string, key: Uint8Array}} Self who this is, and the meeting's key
 * @typedef {{suite: Awaited<ReturnType<typeof mls.getCiphersuiteImpl>>, config: ClientConfig, key: Uint8Array, id: Bytes}} Means
 * @typedef {{group: Group, commit: string}} Step the group after a commit, once the server has put it next
 */

const SUITE = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519';
const ID = 16;
const SECRET = 32;
const CAPABILITIES = { versions: ['mls10'], ciphersuites: [SUITE], extensions: [], proposals: [], credentials: ['basic'] };

export class Group {
  #state;
  #means;

  /** @param {ClientState} state @param {Means} means */
  constructor(state, means) {
    this.#state = state;
    this.#means = means;
  }

  /** The first member's. @param {Self} self */
  static async found(self) {
    const means = await meansOf(self);
    const { publicPackage, privatePackage } = await ownPackage(self, means);
    const id = crypto.getRandomValues(new Uint8Array(ID));
    return new Group(await mls.createGroup(id, publicPackage, privatePackage, [], means.suite, means.config), means);
  }

  /** Joins, in the place of an earlier tab of the same participant if there is one. Throws when the info was not made by a member. @param {Self} self @param {string} info @returns {Promise<Step>} */
  static async join(self, info) {
    const means = await meansOf(self);
    const { publicPackage, privatePackage } = await ownPackage(self, means);
    const message = decoded(info);
    if (message.wireformat !== 'mls_group_info') throw new Error('no-group-info');
    const { groupInfo } = message;
    const again = holds(groupInfo.extensions.find((one) => one.extensionType === 'ratchet_tree')?.extensionData, means.id);
    const { publicMessage, newState } = await mls.joinGroupExternal(groupInfo, publicPackage, privatePackage, again, means.suite, undefined, means.config);
    return { group: new Group(newState, means), commit: encoded({ version: 'mls10', wireformat: 'mls_public_message', publicMessage }) };
  }

  /** This member's number in the group. */
  get leaf() {
    return this.#state.privatePath.leafIndex;
  }

  /** Ids of the participants who are members. */
  get members() {
    return leaves(this.#state).map(({ leaf }) => participantOf(leaf.credential));
  }

  /** Whether somebody's commit took this member out. */
  get removed() {
    return this.#state.groupActiveState.kind === 'removedFromGroup';
  }

  /** What others need to join. @returns {Promise<string>} */
  async info() {
    const groupInfo = await mls.createGroupInfoWithExternalPubAndRatchetTree(this.#state, [], this.#means.suite);
    return encoded({ version: 'mls10', wireformat: 'mls_group_info', groupInfo });
  }

  /** Takes these participants out; null when none of them is a member. @param {readonly string[]} participants @returns {Promise<Step | null>} */
  async without(participants) {
    const gone = leaves(this.#state).filter(({ leaf }) => participants.includes(participantOf(leaf.credential)));
    if (gone.length === 0) return null;
    const extraProposals = gone.map(({ index }) => ({ proposalType: 'remove', remove: { removed: index } }));
    const { newState, commit } = await mls.createCommit({ state: this.#state, cipherSuite: this.#means.suite }, { wireAsPublicMessage: true, extraProposals });
    return { group: new Group(newState, this.#means), commit: encoded(commit) };
  }

  /** The group after another one's commit. Throws when that is not one of the two kinds, or not by a member or by somebody who has the key. @param {string} commit @returns {Promise<Group>} */
  async after(commit) {
    const message = decoded(commit);
    if (message.wireformat !== 'mls_public_message') throw new Error('no-commit');
    this.#examine(message);
    const { newState, actionTaken } = await mls.processMessage(message, this.#state, mls.emptyPskIndex, () => 'accept', this.#means.suite);
    if (actionTaken !== 'accept') throw new Error('refused');
    return new Group(newState, this.#means);
  }

  /** A secret that all members of this epoch know, and who only saw the meeting's key or only the messages does not. @param {string} purpose @returns {Promise<CryptoKey>} */
  async secret(purpose) {
    const { suite, key } = this.#means;
    const exported = await mls.mlsExporter(this.#state.keySchedule.exporterSecret, `plenum ${purpose}`, utf8(''), SECRET, suite);
    return secretKey(concat(exported, await derived(key, `mixed into ${purpose}`)));
  }

  /** Somebody who joins may take out nobody but their own earlier tab; members may only take others out. @param {Extract<MlsMessage, {wireformat: 'mls_public_message'}>} message */
  #examine({ publicMessage: { content } }) {
    if (content.contentType !== 'commit') throw new Error('no-commit');
    const { commit, sender } = content;
    const proposals = commit.proposals.map(({ proposal }) => proposal);
    const joins = sender.senderType === 'new_member_commit';
    const newcomer = commit.path && participantOf(commit.path.leafNode.credential);
    for (const proposal of proposals) {
      if (proposal?.proposalType === 'external_init' && joins) continue;
      if (proposal?.proposalType !== 'remove') throw new Error(proposal?.proposalType);
      if (joins && this.#participantAt(proposal) !== newcomer) throw new Error('takes-others-out');
    }
    if (joins && this.members.includes(newcomer ?? '') && !proposals.some((one) => one?.proposalType === 'remove')) throw new Error('second-place');
  }

  /** @param {Proposal} proposal */
  #participantAt({ remove }) {
    return leaves(this.#state).filter(({ index }) => index === remove?.removed).map(({ leaf }) => participantOf(leaf.credential))[0];
  }
}

/** @param {Self} self @returns {Promise<Means>} */
async function meansOf({ participant, key }) {
  const plain = await mls.getCiphersuiteImpl(mls.getCiphersuiteFromName(SUITE));
  const suite = { ...plain, hpke: { ...plain.hpke, exportPrivateKey } };
  const config = {
    keyRetentionConfig: mls.defaultKeyRetentionConfig,
    lifetimeConfig: mls.defaultLifetimeConfig,
    paddingConfig: mls.defaultPaddingConfig,
    keyPackageEqualityConfig: {
      compareKeyPackages: (/** @type {{leafNode: LeafNode}} */ a, /** @type {{leafNode: LeafNode}} */ b) => samePerson(a.leafNode, b.leafNode),
      compareKeyPackageToLeafNode: (/** @type {{leafNode: LeafNode}} */ a, /** @type {LeafNode} */ b) => samePerson(a.leafNode, b),
    },
    authService: { validateCredential: await validator(key) },
  };
  return { suite, config, key, id: bytesOfId(participant) };
}

/**
 * The 32 bytes of an X25519 key, which are the last ones of its PKCS #8 (RFC 8410, section 7). The library asks for a JWK, which Firefox 140 does not make of
 * a key that came without its public half.
 *
 * @param {CryptoKey} key @returns {Promise<Bytes>}
 */
async function exportPrivateKey(key) {
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', key)).slice(-32);
}

/** @param {Self} self @param {Means} means */
async function ownPackage({ key }, { suite, id }) {
  const keys = await suite.signature.keygen();
  const mac = await crypto.subtle.sign('HMAC', await macKey(key), concat(id, keys.publicKey));
  const credential = { credentialType: 'basic', identity: concat(id, new Uint8Array(mac)) };
  return mls.generateKeyPackageWithKey(credential, CAPABILITIES, mls.defaultLifetime, [], keys, suite);
}

/** @param {Uint8Array} key */
async function validator(key) {
  const mac = await macKey(key);
  return (/** @type {Credential} */ { credentialType, identity }, /** @type {Uint8Array} */ signatureKey) =>
    credentialType === 'basic' && identity?.length === ID + SECRET
      ? crypto.subtle.verify('HMAC', mac, new Uint8Array(identity.subarray(ID)), concat(identity.subarray(0, ID), signatureKey))
      : Promise.resolve(false);
}

/** @param {Uint8Array} key */
async function macKey(key) {
  return crypto.subtle.importKey('raw', await derived(key, 'member'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/** @param {LeafNode} one @param {LeafNode} other */
function samePerson(one, other) {
  return alike(one.credential.identity.subarray(0, ID), other.credential.identity.subarray(0, ID));
}

/** @param {ClientState} state */
function leaves({ ratchetTree }) {
  return ratchetTree.flatMap((node, i) => (node?.nodeType === 'leaf' ? [{ index: i / 2, leaf: node.leaf }] : []));
}

/** A UUID as 16 bytes. @param {string} id @returns {Bytes} */
function bytesOfId(id) {
  return Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** @param {Credential} credential */
function participantOf({ identity }) {
  const hex = [...identity.subarray(0, ID)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** An id is 16 random bytes: they stand in a tree only as themselves. @param {Uint8Array | undefined} tree @param {Uint8Array} id */
function holds(tree, id) {
  if (!tree) return false;
  for (let at = tree.indexOf(id[0]); at >= 0; at = tree.indexOf(id[0], at + 1)) {
    if (alike(tree.subarray(at, at + ID), id)) return true;
  }
  return false;
}

/** @param {MlsMessage} message */
function encoded(message) {
  return base64url(mls.encodeMlsMessage(message));
}

/** @param {string} text @returns {MlsMessage} */
function decoded(text) {
  const message = mls.decodeMlsMessage(fromBase64url(text) ?? new Uint8Array(0), 0)?.[0];
  if (!message) throw new Error('unreadable');
  return message;
}
