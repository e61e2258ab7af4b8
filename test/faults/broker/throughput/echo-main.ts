// A server with the shape of Amazon's login and nothing behind it: reads the form, answers credentials. Prints its origin.
import { createServer } from 'node:http'

const ANSWER = JSON.stringify({
  access_token: `Atza|${'a'.repeat(400)}`,
  refresh_token: `Atzr|${'r'.repeat(400)}`,
  token_type: 'bearer',
  expires_in: 3600,
})

const server = createServer((request, response) => {
  let length = 0
  request.on('data', (bytes: Buffer) => (length += bytes.length))
  request.on('end', () => {
    response.writeHead(length > 0 ? 200 : 400, { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store' })
    response.end(ANSWER)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  process.stdout.write(`${JSON.stringify({ origin: `http://127.0.0.1:${port}` })}\n`)
})
process.once('SIGTERM', () => {
  server.close()
  server.closeAllConnections()
})
