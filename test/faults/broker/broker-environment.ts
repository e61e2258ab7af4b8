/** The public name under which devices sign. The process itself listens on loopback; a proxy would stand between. */
export const ORIGIN = 'https://login.example.test'

/** What the soak's brokers are started with: one key, a login endpoint of the soak's own, limits out of the way. */
export function brokerEnvironment(order: { key: Uint8Array; tokenUrl: string; clientSecret?: string }): Record<string, string> {
  const app = (prefix: string) => ({
    [`${prefix}_CLIENT_ID`]: 'client',
    [`${prefix}_CLIENT_SECRET`]: order.clientSecret ?? 'secret',
    [`${prefix}_TOKEN_URL`]: order.tokenUrl,
  })
  return {
    BROKER_ALLOW_LOOPBACK: '1',
    BROKER_PORT: '0',
    BROKER_ORIGIN: ORIGIN,
    BROKER_KEYS: `k1:${Buffer.from(order.key).toString('base64url')}`,
    BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
    BROKER_ADDRESS_PER_MINUTE: '1000000',
    BROKER_DEVICE_PER_MINUTE: '1000000',
    ...app('BROKER_SELLING'),
    ...app('BROKER_ADS_EU'),
  }
}
