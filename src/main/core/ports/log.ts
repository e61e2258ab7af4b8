/** Codes and plain facts only; the adapter redacts anything that looks like a secret. */
export interface Log {
  write(level: 'debug' | 'info' | 'warn' | 'error', code: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
}
