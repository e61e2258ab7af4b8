/** Fields in which Amazon's answers carry words about people; whatever stands there is replaced. */
const OF_PEOPLE = /description|note|message|instruction|address|buyer|recipient|phone|email|comment|reason$/i

/** Fields of buyers, added to every object of every answer, whichever dataset it belongs to. */
const BUYER_FIELDS = ['buyerName', 'buyerEmail', 'buyerPhone', 'giftMessage', 'deliveryInstructions'] as const

/** A JSON answer with buyer data in fields about people and in new fields of every object. */
export function plantInJson(json: unknown, make: () => string): unknown {
  if (Array.isArray(json)) return json.map((one: unknown) => plantInJson(one, make))
  if (typeof json !== 'object' || json === null) return json
  const planted = Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      typeof value === 'string' && OF_PEOPLE.test(name) ? make() : plantInJson(value, make),
    ]),
  )
  for (const name of BUYER_FIELDS) planted[name] = make()
  return { ...planted, shippingAddress: { name: make(), addressLine1: make(), city: make(), phone: make() } }
}
