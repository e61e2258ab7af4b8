import { describe, expect, test } from 'vitest'
import { type BrokerWorld, beginAt, openBrokerWorld, redirect } from './broker-world.ts'

const APP_PAGE = 'https://springline.example/get'
const LOG_IN = `/login?${new URLSearchParams({
  amazon_callback_uri: 'https://sellercentral-europe.amazon.com/apps/authorize/confirm/amzn1.sp.solution.1',
  amazon_state: 'state-canary',
  selling_partner_id: 'A1SELLER',
}).toString()}`

const PAGES: readonly [string, (world: BrokerWorld) => Promise<string>][] = [
  ['after the consent', async (world) => redirect('seller-eu', await beginAt(world, 'seller-eu', { kind: 'app-link' }))],
  ['when Amazon began', async () => LOG_IN],
  ['at the bare address', async () => '/'],
]

describe.each(PAGES)('where the app is not installed: the page %s', (_, address) => {
  const read = async (appPage?: string): Promise<string> => {
    const world = await openBrokerWorld({ config: { appPage } })
    return (await world.get(await address(world))).text()
  }

  test('says how to get it, in an address that carries nothing of this one', async () => {
    const page = await read(APP_PAGE)
    const anchor = /<a data-action="get-app"[^>]*>/u.exec(page)?.[0] ?? ''
    expect(anchor).toBe(`<a data-action="get-app" rel="noreferrer noopener" target="_blank" href="${APP_PAGE}">`)
  })

  test('works without a publisher’s page, and leads nowhere but to the app', async () => {
    const page = await read()
    expect(page).toContain('data-app-missing')
    const addresses = [...page.matchAll(/(?:href|src|action|content)="([^"]*)"/gu)].map(([, address_]) => address_ ?? '')
    const outside = addresses.filter((one) => /^[a-z]+:/u.test(one) && !one.startsWith('springline:'))
    expect(outside).toEqual([])
  })

  test('runs nothing, loads nothing, goes nowhere by itself', async () => {
    expect(await read(APP_PAGE)).not.toMatch(/<script|<img|<link|<iframe|<form|http-equiv|\son\w+=|url\(/iu)
  })
})

test('the short code stands on the page, and nothing goes on without a click', async () => {
  const world = await openBrokerWorld()
  const response = await world.get(redirect('seller-eu', await beginAt(world, 'seller-eu', { kind: 'loopback', port: 51_234 })))
  expect(response.status).toBe(200)
  expect([response.headers.get('location'), response.headers.get('refresh')]).toEqual([null, null])
  expect(await response.text()).toMatch(/data-short-code="[0-9A-Z]{6}"/u)
})
