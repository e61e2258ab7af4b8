/// <reference types="vite/types/importMeta.d.ts" />

/** One step of the schema: `version` is what `user_version` holds once it is applied. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

const found = import.meta.glob<string>('../../../../../resources/migrations/*.sql', { query: '?raw', eager: true, import: 'default' })

/** Every migration in order. Bundled, so the built app carries its schema with it. */
export const migrations: readonly Migration[] = Object.entries(found)
  .map(([path, sql]) => readMigration(path, sql))
  .sort((a, b) => a.version - b.version)

function readMigration(path: string, sql: string): Migration {
  const name = path.split('/').at(-1) ?? path
  const number = /^(\d{4})-/.exec(name)?.[1]
  if (number === undefined) throw new Error(`migration ${name} does not begin with four digits`)
  return { version: Number(number), name, sql }
}
