import { describe, expect, test } from 'vitest'
import { createUndoStack, OthersOnly, OutOfSight, type SettingEntry } from '../../../../src/renderer/store/undo.ts'
import { AppError } from '../../../../src/shared/errors.ts'

/** A host that gives each applied commit the next revision and remembers what it was asked. */
function host(refusals: ReadonlyMap<number, AppError> = new Map()) {
  const applied: number[] = []
  let revision = 100
  const stack = createUndoStack(async ({ revision: asked }) => {
    const refusal = refusals.get(asked)
    if (refusal) throw refusal
    applied.push(asked)
    revision += 1
    return { commit: { revision }, records: [], left: null }
  })
  return { stack, applied }
}

describe('undo', () => {
  test('what reaches far is taken back by key only where it is seen, else when it is meant', async () => {
    const applied: number[] = []
    let shown = '/actions'
    const stack = createUndoStack(
      async ({ revision }) => {
        applied.push(revision)
        return { commit: { revision: revision + 100 }, records: [], left: null }
      },
      undefined,
      (place) => shown.startsWith(place),
    )
    stack.push({ revision: 1, label: 'Changed' })
    stack.push({ revision: 2, label: 'Adopted', place: '/meetings/1', key: 'adoption' })
    const refusal = await stack.undo().catch((error: unknown) => error)
    expect(refusal).toMatchObject({ place: '/meetings/1', from: 'undo', entry: { label: 'Adopted' } })
    expect(applied).toEqual([])
    await stack.undo((refusal as OutOfSight).entry)
    expect(applied).toEqual([2])
    // it keeps its place when it is to be done again
    await expect(stack.redo()).rejects.toBeInstanceOf(OutOfSight)
    shown = '/meetings/1'
    await stack.redo()
    // and its page knows it again
    expect(stack.store.getState().undo.at(-1)).toMatchObject({ revision: 202, key: 'adoption' })
    await stack.undo()
    // what is near is taken back from anywhere
    shown = '/today'
    await stack.undo()
    expect(applied).toEqual([2, 102, 202, 1])
  })

  test('takes back the last command first', async () => {
    const { stack, applied } = host()
    stack.push({ revision: 1, label: 'Renamed' })
    stack.push({ revision: 2, label: 'Deleted' })
    expect((await stack.undo())?.label).toBe('Deleted')
    expect((await stack.undo())?.label).toBe('Renamed')
    expect(await stack.undo()).toBeNull()
    expect(applied).toEqual([2, 1])
  })

  test('redo takes back the undoing, and undo the redoing', async () => {
    const { stack, applied } = host()
    stack.push({ revision: 1, label: 'Deleted' })
    await stack.undo()
    expect((await stack.redo())?.label).toBe('Deleted')
    await stack.undo()
    // 101 is the commit that undid, 102 the one that did it again
    expect(applied).toEqual([1, 101, 102])
  })

  test('a setting is taken back in its turn, and nothing else in its stead', async () => {
    const { stack, applied } = host()
    const kept = new Set<number>([1])
    let id = 1
    const forgotten = (): SettingEntry => ({
      label: 'Forgotten',
      back: async () => {
        id += 1
        kept.add(id)
        return again(id)
      },
    })
    const again = (made: number): SettingEntry => ({
      label: 'Forgotten',
      back: async () => {
        kept.delete(made)
        return forgotten()
      },
    })
    stack.push({ revision: 1, label: 'Deleted' })
    kept.delete(1)
    stack.push(forgotten())
    expect((await stack.undo())?.label).toBe('Forgotten')
    expect([...kept]).toEqual([2])
    await stack.redo()
    expect([...kept]).toEqual([])
    await stack.undo()
    expect([...kept]).toEqual([3])
    expect(applied).toEqual([])
    expect((await stack.undo())?.label).toBe('Deleted')
  })

  test('a setting whose name is taken meanwhile is told once, and does not lie in the way', async () => {
    const { stack, applied } = host()
    stack.push({ revision: 1, label: 'Deleted' })
    stack.push({ label: 'Forgotten', back: () => Promise.reject(new AppError('INVALID_INPUT', 'Another search is called so.')) })
    await expect(stack.undo()).rejects.toThrow('called so')
    await stack.undo()
    expect(applied).toEqual([1])
  })

  test('a new command ends what could be redone', async () => {
    const { stack } = host()
    stack.push({ revision: 1, label: 'Deleted' })
    await stack.undo()
    stack.push({ revision: 5, label: 'Renamed' })
    expect(await stack.redo()).toBeNull()
  })

  test('what the host refuses for good gives way to what lies below it', async () => {
    const { stack, applied } = host(new Map([[2, new AppError('NOT_UNDOABLE', 'Somebody has edited it since.')]]))
    stack.push({ revision: 1, label: 'Renamed' })
    stack.push({ revision: 2, label: 'Deleted' })
    await expect(stack.undo()).rejects.toMatchObject({ code: 'NOT_UNDOABLE' })
    await stack.undo()
    expect(applied).toEqual([1])
  })

  test('what failed for the moment can be tried again', async () => {
    const { stack } = host(new Map([[1, new AppError('DISCONNECTED', 'The connection is gone.')]]))
    stack.push({ revision: 1, label: 'Renamed' })
    await expect(stack.undo()).rejects.toMatchObject({ code: 'DISCONNECTED' })
    expect(stack.store.getState().undo).toHaveLength(1)
  })

  test('a second Ctrl+Z while the first is under way takes back the command before', async () => {
    const { stack, applied } = host()
    stack.push({ revision: 1, label: 'Renamed' })
    stack.push({ revision: 2, label: 'Deleted' })
    await Promise.all([stack.undo(), stack.undo()])
    expect(applied).toEqual([2, 1])
  })

  test('the button of a toast takes back what it names, not what was done since', async () => {
    const { stack, applied } = host()
    const deleted = { revision: 1, label: 'Deleted' }
    stack.push(deleted)
    stack.push({ revision: 2, label: 'Topic changed' })
    expect(await stack.undo(deleted)).toBe(deleted)
    expect(applied).toEqual([1])
    expect(await stack.undo(deleted)).toBeNull()
  })

  test('what is typed is saved first, and Ctrl+Z takes that back', async () => {
    const applied: number[] = []
    const stack = createUndoStack(
      async ({ revision }) => {
        applied.push(revision)
        return { commit: { revision: 100 }, records: [], left: null }
      },
      async () => stack.push({ revision: 2, label: 'Topic changed' }),
    )
    stack.push({ revision: 1, label: 'Renamed' })
    expect((await stack.undo())?.label).toBe('Topic changed')
    expect(applied).toEqual([2])
  })

  test('nothing is taken back under a draft that could not be saved', async () => {
    const applied: number[] = []
    let saves = false
    const stack = createUndoStack(
      async ({ revision }) => {
        applied.push(revision)
        return { commit: { revision: 100 }, records: [], left: null }
      },
      async () => {
        if (!saves) throw new Error('A field was refused.')
      },
    )
    stack.push({ revision: 1, label: 'Renamed' })
    await expect(stack.undo()).rejects.toThrow('A field was refused.')
    expect(applied).toEqual([])
    saves = true
    await stack.undo()
    expect(applied).toEqual([1])
  })

  test('a command of two commits is taken back and done again as one', async () => {
    const { stack, applied } = host()
    stack.push({ revision: 1, followUp: 2, label: 'Renamed' })
    await stack.undo()
    expect(applied).toEqual([2, 1])
    expect(await stack.undo()).toBeNull()
    await stack.redo()
    expect(applied).toEqual([2, 1, 102, 101])
    await stack.undo()
    expect(applied).toEqual([2, 1, 102, 101, 104, 103])
  })

  test('when the second half is refused, what is left can still be taken back', async () => {
    const { stack, applied } = host(new Map([[1, new AppError('DISCONNECTED', 'The connection is gone.')]]))
    stack.push({ revision: 1, followUp: 2, label: 'Renamed' })
    await expect(stack.undo()).rejects.toMatchObject({ code: 'DISCONNECTED' })
    expect(applied).toEqual([2])
    expect(stack.store.getState().undo).toEqual([{ revision: 1, label: 'Renamed' }])
  })

  test('what was changed since is asked about, stays when that is meant, and is no part of the command any more', async () => {
    const left = { count: 2, records: [], withLostLinks: 0 }
    const asked: unknown[] = []
    const stack = createUndoStack(async (commit) => {
      asked.push(commit)
      const { revision, leaveChanged = false } = commit
      if (revision === 2 && !leaveChanged) throw new AppError('NOT_UNDOABLE', 'Two were changed since.', { left, others: 5 })
      return { commit: { revision: revision + 100 }, records: [], left: revision === 2 ? left : null }
    })
    stack.push({ revision: 1, label: 'Renamed' })
    const imported = { revision: 2, label: 'Imported', key: 'job' }
    stack.push(imported)
    const refusal = await stack.undo().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(OthersOnly)
    expect(refusal).toMatchObject({ entry: imported, left, others: 5, from: 'undo' })
    // who says no has lost nothing
    expect(stack.store.getState().undo.at(-1)).toBe(imported)
    expect(await stack.undo(imported, true)).toMatchObject({ label: 'Imported', left: 2 })
    expect(stack.store.getState().redo).toEqual([{ revision: 102, label: 'Imported', key: 'job', left: 2 }])
    expect(await stack.redo()).toMatchObject({ left: 2 })
    expect(stack.store.getState().undo.at(-1)).toEqual({ revision: 202, label: 'Imported', key: 'job', left: 2 })
    expect(asked.at(-1)).toMatchObject({ revision: 102, leaveChanged: false })
  })
})
