declare const brandKey: unique symbol

/** A primitive that says what it is: a `ChannelId` cannot stand where a `RunId` is asked for. */
export type Brand<Base, Name extends string> = Base & { readonly [brandKey]: Name }

/** Names a primitive. The one place where a cast makes a brand; values come from schemas, stores or `Random`. */
export function brand<Branded extends Brand<string | number, string>>(value: Branded extends string ? string : number): Branded {
  return value as unknown as Branded
}
