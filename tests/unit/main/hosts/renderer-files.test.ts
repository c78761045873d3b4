/** What a host serves is the build's files, looked up by name; no request becomes a path. */
import { rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../../src/main/hosts/csp.ts'
import { RendererFiles } from '../../../../src/main/hosts/renderer-files.ts'
import { buildFolder } from '../../../support/hosts/browser-server.ts'

let home: string
let renderer: string
beforeEach(async () => {
  ;({ home, renderer } = await buildFolder())
})
afterEach(() => rm(home, { recursive: true }))

const text = (body: Uint8Array) => Buffer.from(body).toString()

describe('the page', () => {
  it('is the answer to every address, with its own nonce in page and policy', async () => {
    const files = await RendererFiles.read(renderer, '')
    const answers = await Promise.all(['/', '/today', '/meetings/0190-abc', '/index.html'].map((path) => files.respond(path)))
    const nonces = answers.map(({ body }) => /content="([^"]+)"/.exec(text(body))?.[1] ?? '')
    expect(new Set(nonces).size).toBe(4)
    for (const [at, { status, headers }] of answers.entries()) {
      expect(status).toBe(200)
      expect(headers['Content-Security-Policy']).toBe(contentSecurityPolicy(nonces[at] ?? ''))
      expect(headers['Cache-Control']).toBe('no-store')
      expect(headers['Content-Type']).toBe('text/html; charset=utf-8')
    }
  })

  it('has the host’s script in its place, and nothing there without one', async () => {
    const script = '<script src="/browser-host.js"></script>'
    expect(text((await (await RendererFiles.read(renderer, script)).respond('/')).body)).toContain(`${script}<script type="module"`)
    expect(text((await (await RendererFiles.read(renderer, '')).respond('/')).body)).not.toContain('host')
  })

  it('is missed at the start when the interface is not built', async () => {
    await rm(join(renderer, 'index.html'))
    await expect(RendererFiles.read(renderer, '')).rejects.toThrow('The interface is not built')
  })
})

describe('a file', () => {
  it('is served as what it is, with the headers of the page', async () => {
    const files = await RendererFiles.read(renderer, '')
    const script = await files.respond('/assets/index-1.js')
    expect(text(script.body)).toBe('export {}')
    expect(script.headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['X-Content-Type-Options']).toBe('nosniff')
    expect((await files.respond('/assets/inter.woff2')).headers['Content-Type']).toBe('font/woff2')
  })

  it('is not served when it came after the start', async () => {
    const files = await RendererFiles.read(renderer, '')
    await writeFile(join(renderer, 'assets', 'later.js'), 'later')
    expect((await files.respond('/assets/later.js')).status).toBe(404)
  })

  it('is not served through a link that leads out of the folder', async () => {
    await symlink(join(home, 'secret.txt'), join(renderer, 'assets', 'link.txt'))
    const files = await RendererFiles.read(renderer, '')
    expect((await files.respond('/assets/link.txt')).status).toBe(404)
  })

  it.each(['/../secret.txt', '/assets/../../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '//secret.txt', 'secret.txt'])(
    'beside the folder is not found by %s',
    async (path) => {
      const { status, body } = await (await RendererFiles.read(renderer, '')).respond(path)
      expect(status).toBe(404)
      expect(text(body)).toBe('Not found\n')
    },
  )
})
