import { serve } from './hosts/node/serve.ts'

process.exitCode = await serve(process.argv.slice(2), import.meta.dirname)
