import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeAddress, LONGEST_ADDRESS, type ConsentRules } from '../../src/main/hosts/common/judge-address.ts'

const HOSTS = ['sellercentral.amazon.de', 'sellercentral.amazon.com', 'vendorcentral.amazon.co.uk', 'www.amazon.com', '127.0.0.1:4100']
const RULES: ConsentRules = { consentHosts: HOSTS, callbackUrl: 'https://broker.springline.app/callback/seller-eu', packaged: true }

/** Addresses that read like an allowed one and are not. */
function lookAlikes(host: string): string[] {
  const [name = '', ...rest] = host.split('.')
  const tail = rest.join('.')
  return [
    `https://${host}.evil.example/`,
    `https://${host}-login.example/`,
    `https://evil-${host}/`,
    `https://x.${host}/`,
    `https://${name}${tail}/`,
    `https://${host}@evil.example/`,
    `https://${host}:password@evil.example/`,
    `https://evil.example/${host}`,
    `https://evil.example/?${host}`,
    `https://evil.example#${host}`,
    `https://${host}%2eevil.example/`,
    `https://${host}%00.evil.example/`,
    `https://${host}:8443/`,
    `https://${host}:80/`,
    `https://${host}./`,
    `http://${host}/`,
    `http://${host}:443/`,
    `ftp://${host}/`,
    `ws://${host}/`,
    `wss://${host}/`,
    `file://${host}/etc/passwd`,
    `blob:https://${host}/1`,
    `filesystem:https://${host}/x`,
    `view-source:https://${host}/`,
    `javascript://${host}/%0aalert(1)`,
    `data:text/html,https://${host}/`,
    `about:blank#https://${host}`,
    `chrome://${host}/`,
    `devtools://${host}/`,
    `app://${host}/`,
    `https:/\\evil.example\\@${host}`,
    `https://evil.example\\@${host}/`,
    `//${host}/`,
    host,
    ` ${host}`,
    `https://${host.replaceAll('a', 'а')}/`,
    `https://${host.replaceAll('o', 'ο')}/`,
    `https://${host.replaceAll('.', '。')}.evil.example/`,
    `https://${host.replace('l', 'I').replace('amazon', 'arnazon')}/`,
    `https://xn--${name}.${tail}/`,
    `https://${name}..${tail}/`,
    `https://[${host}]/`,
    `https:${host}.evil.example`,
    `https:///${host}.evil.example/`,
    `https://user@${host}/`,
    `https://user:pass@${host}/`,
    `https://${host}\t.evil.example/`,
    `https://${host}​.evil.example/`,
  ]
}

/** Those of them that a browser would resolve to exactly the allowed host are no look-alikes. */
function isSame(text: string, host: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'https:' && url.host === host && url.username === '' && url.password === ''
}

describe('look-alikes', () => {
  const corpus = HOSTS.slice(0, 4).flatMap((host) => lookAlikes(host).filter((text) => !isSame(text, host)))
  const dressed = corpus.flatMap((text) => [
    text,
    `${text}apps/authorize/consent`,
    text.toUpperCase(),
    `${text}?state=1`,
    `${text}#x`,
    ` ${text}`,
  ])

  test('the corpus is a thousand addresses', () => {
    expect(new Set(dressed).size).toBeGreaterThan(1000)
  })

  test('not one of them is allowed or taken for the way home', () => {
    const through = dressed.filter((text) => !HOSTS.some((host) => isSame(text, host)) && judgeAddress(text, RULES).kind !== 'blocked')
    expect(through).toEqual([])
  })

  test('every allowed host is allowed with any path', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...HOSTS.slice(0, 4)),
        fc.webPath(),
        (host, path) => judgeAddress(`https://${host}${path}`, RULES).kind === 'allowed',
      ),
    )
  })

  test('no other host is, whatever it is called', () => {
    fc.assert(fc.property(fc.webUrl(), (url) => HOSTS.includes(new URL(url).host) || judgeAddress(url, RULES).kind === 'blocked'))
  })
})

describe('the callback', () => {
  test('exactly the broker’s path, with any query', () => {
    expect(judgeAddress(`${RULES.callbackUrl}?code=1&state=2`, RULES).kind).toBe('allowed')
    for (const near of ['/callback/seller-na', '/callback/seller-eu/', '/callback/seller-eu/x', '/callback', '/', '/begin']) {
      expect(judgeAddress(`https://broker.springline.app${near}`, RULES).kind).toBe('blocked')
    }
    expect(judgeAddress('https://broker.springline.app:444/callback/seller-eu', RULES).kind).toBe('blocked')
  })

  test('a broken callback address opens no door', () => {
    expect(judgeAddress('https://evil.example/', { ...RULES, callbackUrl: '' }).kind).toBe('blocked')
  })
})

describe('plain http', () => {
  const local = 'http://127.0.0.1:4100/consent/seller/DE/apps/authorize/consent'

  test('serves a local Amazon outside packaged builds only', () => {
    expect(judgeAddress(local, { ...RULES, packaged: false }).kind).toBe('allowed')
    expect(judgeAddress(local, RULES).kind).toBe('blocked')
  })

  test('never leaves this computer', () => {
    const rules = { ...RULES, packaged: false }
    expect(judgeAddress('http://sellercentral.amazon.de/', rules).kind).toBe('blocked')
    expect(judgeAddress('http://127.0.0.1:4101/', rules).kind).toBe('blocked')
    expect(judgeAddress('http://2130706433:4100/', rules).kind).toBe('allowed') // a browser reads this number as 127.0.0.1
  })
})

test('an endless address is nobody’s', () => {
  expect(judgeAddress(`https://${HOSTS[0]}/?${'x'.repeat(LONGEST_ADDRESS)}`, RULES).kind).toBe('blocked')
  expect(judgeAddress(`springline://authorize/seller-eu?${'x'.repeat(LONGEST_ADDRESS)}`, RULES).kind).toBe('blocked')
})
