/** Electron's decisions: what may navigate, what may be asked for, who may speak. */
import { describe, expect, it } from 'vitest'
import { isPlace, mayNavigate, mayRequest, refuseSender } from '../../../../../src/main/hosts/electron/policy.ts'

const here = 'app://rapporteur/notes/0190-abc'

describe('a navigation', () => {
  it('is allowed to where the page is: a reload', () => {
    expect(mayNavigate(here, here)).toBe(true)
  })

  it.each([
    'https://example.org/',
    'http://127.0.0.1:8000/',
    'app://rapporteur/today',
    'app://rapporteur.example/notes/0190-abc',
    'app://elsewhere/notes/0190-abc',
    'app://user:word@rapporteur/notes/0190-abc',
    'app://rapporteur:80/notes/0190-abc',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:app://rapporteur/0190-abc',
    'about:blank',
    'devtools://devtools/bundled/inspector.html',
    '',
    'notes',
  ])('is refused to %j', (target) => {
    expect(mayNavigate(here, target)).toBe(false)
  })

  it('is refused from a page that is not the application’s, even to itself', () => {
    expect(mayNavigate('https://example.org/', 'https://example.org/')).toBe(false)
  })
})

describe('a request', () => {
  it.each([
    'app://rapporteur/',
    'app://rapporteur/assets/index-1.js',
    'data:image/png;base64,AA==',
    'blob:app://rapporteur/0190',
    'devtools://devtools/x.js',
  ])('is made for %s', (url) => {
    expect(mayRequest(url)).toBe(true)
  })

  it.each([
    'https://example.org/beacon.png',
    'http://127.0.0.1:8000/',
    'http://localhost/',
    'ws://127.0.0.1:8000/',
    'wss://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'app://elsewhere/',
    'blob:https://example.org/0190',
    'blob:app://rapporteur.example/0190',
    'chrome-extension://abc/x.js',
    'rapporteur',
  ])('is stopped for %s', (url) => {
    expect(mayRequest(url)).toBe(false)
  })
})

describe('a message', () => {
  const right = { origin: 'app://rapporteur', isMainFrame: true, isKnownWindow: true }

  it('is answered for the main frame of a window of the application with the exact origin', () => {
    expect(refuseSender(right)).toBeUndefined()
  })

  it.each([
    ['another window', { ...right, isKnownWindow: false }],
    ['a frame inside', { ...right, isMainFrame: false }],
    ['a frame that is gone', { ...right, origin: undefined }],
    ['another origin', { ...right, origin: 'https://example.org' }],
    ['an opaque origin', { ...right, origin: 'null' }],
    ['a longer origin', { ...right, origin: 'app://rapporteur.example' }],
  ])('is refused from %s', (_who, sender) => {
    expect(refuseSender(sender)).toBeTypeOf('string')
  })
})

it('takes addresses of the application only for places', () => {
  expect(['/today', '/meetings/0190-abc', '/contacts?sort=title'].filter((address) => !isPlace(address))).toEqual([])
  expect(['today', '//elsewhere/today', 'https://example.org/', '', '@elsewhere/'].filter(isPlace)).toEqual([])
})
