/** A reader of workspaces written from docs/format.md alone: it shares no code with the application. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'

interface RecordJson {
  readonly id: string
}

export function readWorkspace(folder: string): { readonly revision: number; readonly records: ReadonlyMap<string, string> } {
  const { sha256, ...manifest } = JSON.parse(readFileSync(join(folder, 'workspace.json'), 'utf8'))
  if (createHash('sha256').update(JSON.stringify(manifest)).digest('hex') !== sha256) throw new Error('The manifest is damaged.')
  const records = new Map<string, string>()
  let revision = 0
  let sequence = 0
  for (const name of [...manifest.segments.map((segment: { name: string }) => segment.name), manifest.active]) {
    const bytes = readFileSync(join(folder, 'segments', name))
    let link = '00000000'
    let transaction: [kind: string, payload: string][] = []
    for (let at = 0; at < bytes.length;) {
      const [kind = '', number, of, length, before, payloadCrc, headerCrc = ''] = bytes.toString('latin1', at + 10, at + 76).split(' ')
      const end = at + 87 + Number(length)
      const payload = bytes.subarray(at + 87, end)
      const isGood =
        hex(bytes.subarray(at, at + 68)) === headerCrc &&
        hex(payload) === payloadCrc &&
        before === link &&
        Number(number) > sequence &&
        bytes.toString('latin1', end, end + 2) === '}\n'
      if (!isGood && name === manifest.active) break
      if (!isGood) throw new Error(`${name} is damaged at ${at}.`)
      link = headerCrc
      sequence = Number(number)
      at = end + 2
      transaction.push([kind.charAt(0), payload.toString('utf8')])
      if (kind.charAt(1) !== '.') continue
      revision = Math.max(revision, Number(of))
      for (const [what, json] of transaction) {
        const { id } = JSON.parse(json) as RecordJson
        if (what === 'P' || what === 'C') records.set(id, json)
        if (what === 'E') records.delete(id)
      }
      transaction = []
    }
  }
  return { revision, records }
}

const hex = (bytes: Uint8Array) => crc32(bytes).toString(16).padStart(8, '0')
