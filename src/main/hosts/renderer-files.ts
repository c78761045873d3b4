/**
 * What a host serves to its windows: the files of the renderer's build and nothing else. The list is read once, at start;
 * a request is looked up in it and never becomes a path.
 */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { contentSecurityPolicy, newNonce } from './csp.ts'

export interface RendererResponse {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Every address of the application has no dot in its last segment; it is the page that knows which exist. */
const isAddress = (pathname: string): boolean => pathname.startsWith('/') && !pathname.slice(pathname.lastIndexOf('/')).includes('.')

export class RendererFiles {
  readonly #files: ReadonlyMap<string, string>
  readonly #page: string

  private constructor(files: ReadonlyMap<string, string>, page: string) {
    this.#files = files
    this.#page = page
  }

  /** `hostScript` takes the place of `<!--host-->` in the page. Fails when the folder holds no build. */
  static async read(folder: string, hostScript: string): Promise<RendererFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = new Map<string, string>()
    for (const entry of entries) {
      // a link could lead out of the folder
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      files.set(`/${relative(folder, file).split(sep).join('/')}`, file)
    }
    const index = files.get('/index.html')
    if (!index) throw new Error(`The interface is not built: ${join(folder, 'index.html')} is missing.`)
    files.delete('/index.html')
    return new RendererFiles(files, (await readFile(index, 'utf8')).replace('<!--host-->', hostScript))
  }

  /** The answer to a GET of `pathname`, as it stands in the request, escapes and all. */
  async respond(pathname: string): Promise<RendererResponse> {
    const nonce = newNonce()
    const headers = { 'Content-Security-Policy': contentSecurityPolicy(nonce), 'X-Content-Type-Options': 'nosniff' }
    if (pathname === '/index.html' || isAddress(pathname)) {
      const page = this.#page.replaceAll('__CSP_NONCE__', nonce)
      return {
        status: 200,
        headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
        body: Buffer.from(page),
      }
    }
    const file = this.#files.get(pathname)
    if (!file) {
      return { status: 404, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }, body: Buffer.from('Not found\n') }
    }
    return {
      status: 200,
      headers: { ...headers, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' },
      body: await readFile(file),
    }
  }
}
