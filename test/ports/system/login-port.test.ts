import { createTestClock } from '../../twins/clock.ts'
import { createTwinLogin } from '../../twins/login.ts'
import { createSeededRandom } from '../../twins/random.ts'
import { granted } from '../../unit/broker/broker-world.ts'
import { openLoginWorld } from '../login/login-world.ts'
import { loginSuite } from './login-suite.ts'

const handoffIn = (link: string) => new URL(link).searchParams.get('handoff') ?? ''

loginSuite('login twin', async () => {
  const clock = createTestClock(Date.UTC(2026, 10, 23))
  const login = createTwinLogin({ clock, random: createSeededRandom(1) })
  return {
    login,
    device: await login.makeDeviceKeys(),
    now: () => clock.now(),
    consent: async (begun, identity) => handoffIn(login.consent(begun.consentUrl, identity)),
    withdraw: (credential) => login.withdraw(credential),
  }
})

loginSuite('login over a broker', async () => {
  const world = await openLoginWorld()
  const used = new Set<string>()
  let withdrawn = false
  world.broker.answer = () => {
    const form = world.broker.asked.at(-1)?.form ?? {}
    const refused = form['grant_type'] === 'refresh_token' ? withdrawn : used.has(form['code'] ?? '')
    used.add(form['code'] ?? 'no code')
    return refused ? Response.json({ error: 'invalid_grant', error_description: 'no' }, { status: 400 }) : granted()
  }
  return {
    login: world.login,
    device: world.device,
    now: () => world.clock.now,
    consent: async (begun, identity) => {
      const query = new URLSearchParams({ state: begun.ticket.reveal(), selling_partner_id: identity, spapi_oauth_code: 'CODE1' })
      const answer = await world.broker.get(`/callback/seller-eu?${query.toString()}`)
      return handoffIn(answer.headers.get('location') ?? 'about:blank')
    },
    withdraw: () => {
      withdrawn = true
    },
  }
})
