import { describe, expect, test } from 'vitest'
import { createChanges, type RecordsChange } from '../../../../src/renderer/store/apply-changes.ts'

const id = '01890000-0000-7000-8000-000000000001'
const event = (revision: number) => ({ revision, upserted: [{ id, kind: 'note' as const, rev: revision }], removed: [] })

/** Listens to a workspace that stands at `revision`. */
function listening(revision = 0) {
  const changes = createChanges()
  changes.refresh(revision)
  const heard: RecordsChange[] = []
  const stop = changes.subscribe((change) => heard.push(change))
  return { changes, heard, stop }
}

describe('changes of the workspace', () => {
  test('pass on the next commit with its ids', () => {
    const { changes, heard } = listening(4)
    changes.apply(event(5))
    expect(heard).toEqual([{ ...event(5), everything: false }])
    expect(changes.revision).toBe(5)
  })

  test('are told once, however often and in which order they arrive', () => {
    const { changes, heard } = listening(4)
    changes.apply(event(5))
    changes.apply(event(5))
    changes.apply(event(4))
    expect(heard).toHaveLength(1)
    expect(changes.revision).toBe(5)
  })

  test('with a gap before them ask for everything again', () => {
    const { changes, heard } = listening(4)
    changes.apply(event(7))
    expect(heard.map(({ everything }) => everything)).toEqual([true])
    changes.apply(event(8))
    expect(heard.map(({ everything }) => everything)).toEqual([true, false])
  })

  test('another workspace may stand at a lower revision', () => {
    const { changes, heard } = listening(90)
    changes.refresh(3)
    changes.apply(event(4))
    expect(heard.map(({ revision, everything }) => ({ revision, everything }))).toEqual([
      { revision: 3, everything: true },
      { revision: 4, everything: false },
    ])
  })

  test('stay silent for who has stopped listening', () => {
    const { changes, heard, stop } = listening()
    stop()
    changes.apply(event(1))
    expect(heard).toEqual([])
  })
})
