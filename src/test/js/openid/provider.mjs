import console from 'node:console';
import process from 'node:process';
import { Provider } from 'oidc-provider';

/**
 * A provider of OpenID Connect on this machine: `node provider.mjs PORT REDIRECT_URI AFTER_LOGOUT_URI BACK_CHANNEL_URI`. Whoever signs in is
 * who they say; a name that begins with "admin" is in the group of operators. Prints one line when it is ready.
 */
const [port, redirect, after, backChannel] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'plenum',
      client_secret: 'only-of-these-tests-either',
      redirect_uris: [redirect],
      post_logout_redirect_uris: [after],
      backchannel_logout_uri: backChannel,
      backchannel_logout_session_required: true,
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
  scopes: ['openid', 'profile', 'email', 'groups'],
  cookies: { keys: ['only-of-these-tests'] },
  features: { backchannelLogout: { enabled: true } },
  // it refuses to talk to this machine, where the server under test is
  fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined }),
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      name: `${id} of the provider`,
      email: `${id}@provider.example`,
      email_verified: !id.startsWith('unverified'),
      groups: id.startsWith('admin') ? ['operators', 'staff'] : ['staff'],
    }),
  }),
});

provider.listen(Number(port), '127.0.0.1', () => console.log(`ready at ${issuer}`));
