/** The two web names core code may use; everything else of the platform comes as a port. */
interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare var AbortController: { new (): AbortController }
interface URLSearchParams {
  get(name: string): string | null
  getAll(name: string): string[]
  keys(): IterableIterator<string>
}
interface URL {
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly hash: string
  readonly origin: string
  readonly href: string
  readonly searchParams: URLSearchParams
}
declare var URL: { new (text: string): URL; canParse(text: string): boolean }
