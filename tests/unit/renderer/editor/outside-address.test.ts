import { describe, expect, it } from 'vitest'
import { outsideAddress } from '../../../../src/renderer/features/editor/text/outside-address.ts'

describe('addresses that may be opened outside', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:rex@example.org', 'mailto:rex@example.org'],
    // a Cyrillic а: the person sees what the network would ask for
    ['https://exаmple.org', 'https://xn--exmple-4nf.org/'],
  ])('%s', (written, opened) => {
    expect(outsideAddress(written)).toBe(opened)
  })

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'example.org',
    '',
    `https://example.org/${'x'.repeat(2_000)}`,
  ])('not %s', (written) => {
    expect(outsideAddress(written)).toBeNull()
  })
})
