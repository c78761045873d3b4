import { describe, expect, it } from 'vitest'
import { claimTo } from '../../../../src/main/workspace/claims.ts'
import { RecordColumns } from '../../../../src/main/workspace/columns/record-columns.ts'
import { Layer, type StagedVersion } from '../../../../src/main/workspace/record-view.ts'
import { checkRecord } from '../../../../src/main/workspace/stored-record.ts'
import { anna, idOf, newNote } from '../../../support/new-record.ts'

function version(number: number, title: string): StagedVersion {
  const checked = checkRecord(newNote(number, title))
  if (!checked.ok) throw new Error('The note is not valid.')
  return { head: checked.head, json: checked.json, author: anna, createdBy: anna, pinned: false, fixed: 0 }
}

const layer = () => new Layer(new RecordColumns('rows'))
const put = (into: Layer, number: number, title: string) => into.apply(new Map([[idOf(number), version(number, title)]]))
const holder = (view: Layer, name: string) => view.holder(claimTo(name))

describe('a layer of staged changes', () => {
  it('knows who holds a name after saves that leave names alone', () => {
    const below = layer()
    put(below, 1, 'One')
    const above = new Layer(below)
    put(above, 1, 'One')
    expect([holder(above, 'One'), above.head(idOf(1))?.title]).toEqual([idOf(1), 'One'])
    put(above, 1, 'Two')
    expect([holder(above, 'One'), holder(above, 'Two')]).toEqual([undefined, idOf(1)])
    expect(holder(below, 'One')).toBe(idOf(1))
  })

  it('frees the name of what is erased', () => {
    const below = layer()
    put(below, 1, 'One')
    const above = new Layer(below)
    above.apply(new Map([[idOf(1), null]]))
    expect(holder(above, 'One')).toBeUndefined()
  })

  it('gives a name back to who is saved with it while another one has it for a moment', () => {
    const below = layer()
    put(below, 1, 'One')
    put(below, 2, 'Two')
    const above = new Layer(below)
    put(above, 2, 'One')
    put(above, 1, 'One')
    put(above, 2, 'Three')
    expect([holder(above, 'One'), holder(above, 'Three')]).toEqual([idOf(1), idOf(2)])
  })
})
