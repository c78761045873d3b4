import { expect, it } from 'vitest'
import { allClosed } from '../../../../src/main/workspace/all-closed.ts'

it('closes what comes behind a failure as well, in order, and throws the first one', async () => {
  const closed: string[] = []
  const part = (name: string, error?: Error) => ({
    async close() {
      closed.push(name)
      if (error) throw error
    },
  })
  await expect(allClosed([part('a'), part('b', new Error('first')), null, part('c', new Error('second')), part('d')])).rejects.toThrow(
    'first',
  )
  expect(closed).toEqual(['a', 'b', 'c', 'd'])
  await allClosed([part('e')])
  expect(closed.at(-1)).toBe('e')
})
