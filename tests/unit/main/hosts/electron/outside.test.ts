/** What a page that has been taken over could try with addresses: the host asks, whatever the page says. */
import { describe, expect, it } from 'vitest'
import { createOpenOutside } from '../../../../../src/main/hosts/electron/outside.ts'

function person() {
  const asked: string[] = []
  const opened: string[] = []
  const answers: ((yes: boolean) => void)[] = []
  const openOutside = createOpenOutside({
    ask: (address, client) => {
      asked.push(`${client} ${address}`)
      return new Promise((resolve) => answers.push(resolve))
    },
    open: async (address) => void opened.push(address),
    log: { error: () => undefined, info: () => undefined },
  })
  return { openOutside, asked, opened, answer: (yes: boolean) => answers.shift()?.(yes) }
}

describe('an address', () => {
  it('opens outside when the person, who has seen it whole, agrees', async () => {
    const { openOutside, asked, opened, answer } = person()
    const done = openOutside('https://example.org/report?from=hub#pay', 'window-1')
    expect(asked).toEqual(['window-1 https://example.org/report?from=hub#pay'])
    expect(opened).toEqual([])
    answer(true)
    await done
    expect(opened).toEqual(['https://example.org/report?from=hub#pay'])
  })

  it('does not open when the person refuses', async () => {
    const { openOutside, opened, answer } = person()
    const done = openOutside('mailto:dana@example.org', 'window-1')
    answer(false)
    await done
    expect(opened).toEqual([])
  })

  it('is not even asked about while the question about another one stands', async () => {
    const { openOutside, asked, opened, answer } = person()
    const first = openOutside('https://example.org/1', 'window-1')
    await openOutside('https://example.org/2', 'window-1')
    expect(asked).toHaveLength(1)
    answer(false)
    await first
    const third = openOutside('https://example.org/3', 'window-1')
    answer(true)
    await third
    expect(opened).toEqual(['https://example.org/3'])
  })

  it.each(['file:///etc/passwd', 'javascript:alert(1)', 'http://example.org/', 'https://user:word@example.org/', ''])(
    'is neither asked about nor opened: %j',
    async (url) => {
      const { openOutside, asked, opened } = person()
      await expect(openOutside(url, 'window-1')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
      expect([asked, opened]).toEqual([[], []])
    },
  )
})
