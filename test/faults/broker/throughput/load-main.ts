// node load-main.ts URL CONTENT-TYPE FILE CONNECTIONS: posts every line of the file once, many at a time, and prints what it took.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const [url = '', contentType = '', file = '', connections = '1'] = process.argv.slice(2)
const bodies = readFileSync(file, 'utf8').trimEnd().split('\n')
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
let good = 0
let next = 0

async function post(body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

async function walk(): Promise<void> {
  for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) if ((await post(body)) === 200) good += 1
}

const started = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, walk))
process.stdout.write(`${JSON.stringify({ good, asked: bodies.length, seconds: (performance.now() - started) / 1000 })}\n`)
agent.destroy()
