// An OpenID Connect provider with the people of a file: { "kari": { "name": "Kari Nordmann", "groups": ["..."] } }. The file is read at
// each sign-in, so that a test can take a group away.
import { readFileSync } from 'node:fs';
import { Provider } from 'oidc-provider';

const [port, people, address] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'ombud',
      client_secret: 'secret-of-the-tests',
      redirect_uris: [`${address}/sign-in/callback`],
      post_logout_redirect_uris: [`${address}/sign-out/callback`],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'groups'] },
  cookies: { keys: ['of the tests'] },
  pkce: { required: () => true },
  findAccount: (_, id) => {
    const person = JSON.parse(readFileSync(people, 'utf8'))[id];
    return person && { accountId: id, claims: async () => ({ sub: id, ...person }) };
  },
});

provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
