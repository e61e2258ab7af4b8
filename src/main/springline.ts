#!/usr/bin/env node
import { runCommandLine } from './hosts/node/run-command-line.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), import.meta.dirname)
