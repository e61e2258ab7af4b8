import { writeSync } from 'node:fs'
import { openForWriting } from '../../src/main/adapters/sqlite/database/open-database.ts'

/** Opens, and so migrates, the database it is told of; says when it begins and when it is done. */
writeSync(1, 'begin\n')
const opened = openForWriting(process.argv[2] ?? '')
writeSync(1, opened.ok ? 'done\n' : `${opened.error.kind}\n`)
