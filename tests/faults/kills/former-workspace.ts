/** Files of a workspace of version 1 with many notes, made from the fixture's. */
import { readFileSync } from 'node:fs'
import { sealOf } from '../../../src/main/workspace/json-file.ts'
import { idOf } from '../../support/new-record.ts'
import type { FormerFiles } from '../rounds/verify.ts'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/workspaces/schema-1/${name}`, import.meta.url))

export function formerWorkspace(count: number): FormerFiles {
  const { records, format, schemaVersion, revision, savedAt } = JSON.parse(fixture('records.json').toString()) as {
    records: Record<string, unknown>[]
    format: string
    schemaVersion: number
    revision: number
    savedAt: string
  }
  const model = records.find(({ kind }) => kind === 'note')
  const notes = Array.from({ length: count }, (_, index) => {
    const body = `Note ${index}: ${'“Zhanaqorghan” '.repeat(1 + (index % 90))}`
    return { ...model, id: idOf(0x1000 + index), title: `Former note ${index}`, body }
  })
  const content = { format, schemaVersion, revision, savedAt, records: notes }
  const text = JSON.stringify({ ...content, sha256: sealOf(JSON.stringify(content)) })
  const files = new Map<string, Uint8Array>([
    ['workspace.json', fixture('workspace.json')],
    ['records.json', Buffer.from(text)],
  ])
  return { revision, bodies: new Map(notes.map(({ id, body }) => [id, body])), files }
}
