import { runShell } from './hosts/electron/start/run-shell.ts'

runShell(import.meta.dirname)
