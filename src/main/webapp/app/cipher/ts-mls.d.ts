/** What Plenum uses of ts-mls (RFC 9420). */

export interface LeafNode {
  signaturePublicKey: Uint8Array;
  credential: Credential;
}
export interface Credential {
  credentialType: string;
  identity: Uint8Array;
}
export type TreeNode = { nodeType: 'leaf'; leaf: LeafNode } | { nodeType: 'parent' } | undefined;
export interface ClientState {
  ratchetTree: readonly TreeNode[];
  keySchedule: { exporterSecret: Uint8Array };
  privatePath: { leafIndex: number };
  groupContext: { epoch: bigint };
  groupActiveState: { kind: string };
}
export interface Proposal {
  proposalType: string;
  remove?: { removed: number };
}
export interface ProposalWithSender {
  proposal: Proposal;
  senderLeafIndex: number | undefined;
}
export interface Commit {
  proposals: Array<{ proposalOrRefType: string; proposal?: Proposal }>;
  path?: { leafNode: LeafNode };
}
export interface PublicMessage {
  content: { contentType: string; sender: { senderType: string; leafIndex?: number }; commit: Commit };
}
export interface GroupInfo {
  extensions: Array<{ extensionType: string; extensionData: Uint8Array }>;
}
export type MlsMessage =
  | { version: 'mls10'; wireformat: 'mls_public_message'; publicMessage: PublicMessage }
  | { version: 'mls10'; wireformat: 'mls_group_info'; groupInfo: GroupInfo };
export interface CiphersuiteImpl {
  name: string;
  hpke: { exportPrivateKey(key: CryptoKey): Promise<Uint8Array> };
}
export interface ClientConfig {
  keyRetentionConfig: object;
  lifetimeConfig: object;
  paddingConfig: object;
  keyPackageEqualityConfig: {
    compareKeyPackages(a: { leafNode: LeafNode }, b: { leafNode: LeafNode }): boolean;
    compareKeyPackageToLeafNode(a: { leafNode: LeafNode }, b: LeafNode): boolean;
  };
  authService: { validateCredential(credential: Credential, signaturePublicKey: Uint8Array): Promise<boolean> };
}
export interface KeyPackage {
  leafNode: LeafNode;
}
export interface Signature {
  keygen(): Promise<{ publicKey: Uint8Array; signKey: Uint8Array }>;
}
export interface Incoming {
  kind: string;
  senderLeafIndex?: number;
  proposals?: ProposalWithSender[];
}

export const defaultKeyRetentionConfig: object;
export const defaultLifetimeConfig: object;
export const defaultPaddingConfig: object;
export const defaultLifetime: object;
export const emptyPskIndex: object;
export function getCiphersuiteFromName(name: string): object;
export function getCiphersuiteImpl(suite: object): Promise<CiphersuiteImpl & { signature: Signature }>;
export function generateKeyPackageWithKey(
  credential: Credential,
  capabilities: object,
  lifetime: object,
  extensions: readonly object[],
  keys: { signKey: Uint8Array; publicKey: Uint8Array },
  suite: CiphersuiteImpl,
): Promise<{ publicPackage: KeyPackage; privatePackage: object }>;
export function createGroup(id: Uint8Array, own: KeyPackage, keys: object, extensions: readonly object[], suite: CiphersuiteImpl, config: ClientConfig): Promise<ClientState>;
export function joinGroupExternal(
  info: GroupInfo,
  own: KeyPackage,
  keys: object,
  resync: boolean,
  suite: CiphersuiteImpl,
  tree: undefined,
  config: ClientConfig,
): Promise<{ publicMessage: PublicMessage; newState: ClientState }>;
export function createCommit(
  context: { state: ClientState; cipherSuite: CiphersuiteImpl },
  options: { wireAsPublicMessage: boolean; extraProposals: Proposal[] },
): Promise<{ newState: ClientState; commit: MlsMessage }>;
export function createGroupInfoWithExternalPubAndRatchetTree(state: ClientState, extensions: readonly object[], suite: CiphersuiteImpl): Promise<GroupInfo>;
export function processMessage(
  message: MlsMessage,
  state: ClientState,
  psks: object,
  decide: (incoming: Incoming) => 'accept' | 'reject',
  suite: CiphersuiteImpl,
): Promise<{ newState: ClientState; actionTaken: string }>;
export function encodeMlsMessage(message: MlsMessage): Uint8Array;
export function decodeMlsMessage(bytes: Uint8Array, offset: number): [MlsMessage, number] | undefined;
export function mlsExporter(secret: Uint8Array, label: string, context: Uint8Array, length: number, suite: CiphersuiteImpl): Promise<Uint8Array>;
