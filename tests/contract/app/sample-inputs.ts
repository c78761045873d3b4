/** Inputs that each method takes, and ways to spoil them. */
import * as fc from 'fast-check'
import { exportPresets } from '../../../src/shared/model/export-options.ts'

/** Methods that would make a real host open something, or end the section's workspace for another. */
const NEVER_VALID: ReadonlySet<string> = new Set([
  'host.reveal',
  'handOver.drag',
  'host.openExternal',
  'host.saveText',
  'windows.open',
  'folders.choose',
  'import.chooseArchive',
  'workspace.remedy',
  'attachments.choose',
  'attachments.addChosen',
  'attachments.open',
  'attachments.save',
])

const plan = 'plan-of-an-import'

const list = {
  kind: 'note',
  trashed: false,
  text: 'a',
  contactType: null,
  country: 'KAZ',
  tag: null,
  stage: null,
  sort: { key: 'title', direction: 'ascending' },
}

/** One input or several for each method that changes or reads records; `{}` for the others. */
export function validInputs(method: string, ids: readonly string[]): readonly unknown[] {
  const [person = '', country = '', note = '', meeting = '', study = '', gone = ''] = ids
  const target = (id: string, baseRev = 1) => ({ records: [{ id, baseRev }] })
  const inputs: Readonly<Record<string, readonly unknown[]>> = {
    'app.identify': [{ name: 'Anna', device: 'Laptop' }],
    'app.updateSettings': [{ theme: 'dark', listWidth: 300, hiddenColumns: { contacts: ['post'] } }],
    'workspace.open': [{ folder: 'handle' }],
    'workspace.create': [{ folder: 'handle', name: 'Hub', sample: true }],
    'workspace.rename': [{ name: 'Hub' }],
    'folders.begin': [{ purpose: 'export' }],
    'folders.remember': [{ purpose: 'export', folder: 'handle' }],
    'folders.list': [{ folder: null }],
    'folders.propose': [{ name: 'New' }],
    'folders.create': [{ parent: 'handle', name: 'New' }],
    'today.addAction': [
      { text: 'Call', responsible: ['Rex Facer'], due: '2023-06-30', into: null, note: 'Captured' },
      { text: 'Call', responsible: [], due: '', into: note, note: 'Captured' },
    ],
    'records.get': [{ id: note }],
    'records.create': [
      { record: { kind: 'note', title: 'New', tags: ['a'], date: '2019-02' } },
      { record: { kind: 'contact', title: 'Rex Facer', emails: [{ label: '', value: 'a@b' }] } },
    ],
    'records.update': [
      { kind: 'note', id: note, baseRev: 1, patch: { body: 'Other', extra: { a: [1, null, { b: 'c' }] } } },
      { kind: 'meeting', id: meeting, baseRev: 1, patch: { stage: 'draft', body: 'Other' } },
      {
        kind: 'contact',
        id: person,
        baseRev: 1,
        patch: { posts: [{ title: 'Dean', organisation: '', country: '', from: '2019', to: '', former: false }] },
      },
      { kind: 'country', id: country, baseRev: 1, patch: { code: 'KOR', focalPoints: [] } },
    ],
    'records.rename': [
      { id: person, baseRev: 1, title: 'Rex L. Facer' },
      { id: study, baseRev: 1, title: 'Note' },
    ],
    'records.trash': [target(study), target(note)],
    'records.restore': [target(gone, 2)],
    'records.erase': [target(gone, 2), target(note)],
    'undo.apply': [{ revision: 1 }, { revision: 7, leaveChanged: true }],
    'history.list': [{ id: note, from: 0, count: 20 }],
    'history.summaries': [{ id: note, versions: [{ rev: 1, before: null }] }],
    'history.version': [{ id: note, rev: 1 }],
    'history.compare': [{ id: note, rev: 1, beside: 'before', whole: true }],
    'history.restore': [{ id: note, rev: 1, baseRev: 1, title: 'Note again' }],
    'history.configure': [{ allDays: 30, dailyDays: 365 }],
    'list.query': [{ query: list, from: 0, count: 50 }],
    'list.position': [{ query: list, id: note }],
    'links.suggest': [{ text: 'rex', kinds: ['contact'], contactTypes: ['person'], limit: 5, on: '2023-05' }],
    'links.resolve': [{ names: ['Rex Facer', 'Nobody'] }],
    'links.backlinks': [{ id: person }],
    'actions.list': [{ recordId: note, state: 'open', text: 'do', group: 'responsible', from: 0, count: 10 }],
    'actions.change': [
      {
        recordId: meeting,
        seen: { line: 0, text: 'Write', responsible: ['Rex Facer'], due: '', state: 'open' },
        change: { state: 'done', due: '2023-06', remark: { on: '2023', text: 'Sent' } },
      },
    ],
    'actions.reminder': [{ name: 'Rex Facer', format: 'markdown', language: 'ru' }],
    'actions.saveView': [{ id: null, name: 'Late', state: 'overdue', group: 'country', text: 'kind:meeting' }],
    'actions.forgetView': [{ id: note }],
    'decisions.list': [{ recordId: null, text: 'yes', status: 'clash', from: 0, count: 10 }],
    'decisions.nextNumber': [{ recordId: meeting, draft: 'text', like: 'SC/2' }],
    'decisions.setStatus': [
      { recordId: meeting, line: 0, number: 'SC/1', title: 'T', status: 'superseded', supersededBy: 'SC/2', on: '2023' },
    ],
    'decisions.renumber': [{ recordId: meeting, line: 0, number: 'SC/1', title: 'T', newNumber: 'SC/2' }],
    'decisions.document': [{ title: 'Register', text: 'yes' }],
    'countries.page': [{ id: country }],
    'contacts.page': [{ id: person }],
    'participants.known': [{ names: ['Rex Facer', 'Nobody'], on: '2023-05' }],
    'participants.createContacts': [
      { contacts: [{ title: 'Anna Novak', family: 'Novak', given: 'Anna', post: 'Dean', country: 'SVN', organisation: '' }] },
    ],
    'meetings.programme': [{ id: meeting }],
    'meetings.nextSymbol': [{ id: meeting, meetingBody: 'Steering Committee', start: '2023-05-16' }],
    'meetings.mattersArising': [{ id: meeting }],
    'meetings.standing': [{ id: meeting }],
    'meetings.adoptedVersions': [{ id: meeting }],
    'meetings.compareCorrection': [{ id: meeting, body: 'Other' }],
    'meetings.settleRecorded': [{ id: meeting, of: 'action', key: 'Do it', nth: 1_000_000, to: null }],
    'meetings.correct': [{ id: meeting, baseRev: 1, body: 'Other', on: '2023-07-01', reason: 'A word was left out' }],
    'search.query': [{ text: 'rex', kinds: ['contact'], limit: 5 }],
    'search.page': [
      {
        text: 'kind:note rex',
        filters: { kinds: ['note'], countries: ['KAZ'], tags: ['a'], years: ['2019'] },
        sort: 'newest',
        from: 0,
        count: 5,
      },
      { text: '' },
    ],
    'search.complete': [{ text: 'kind:', caret: 5 }],
    'search.save': [{ id: null, name: 'Notes', text: 'kind:note', sort: 'relevance' }],
    'search.forget': [{ id: note }],
    'attachments.begin': [{ id: note, name: 'a.png', bytes: 4 }],
    'attachments.chunk': [{ token: 'token', from: 0, base64: 'AAAA' }],
    'attachments.finish': [{ token: 'token' }],
    'attachments.cancel': [{ token: 'token' }],
    'attachments.read': [{ id: note, name: 'a.png', from: 0 }],
    'attachments.unsound': [{ id: note }],
    'attachments.rename': [{ id: note, baseRev: 1, name: 'a.png', to: 'b.png' }],
    'attachments.remove': [{ id: note, baseRev: 1, name: 'a.png' }],
    'export.start': [
      { folder: 'handle', name: 'Export', scope: { what: 'everything' }, options: exportPresets.obsidian },
      {
        folder: 'handle',
        name: 'Found',
        scope: { what: 'search', text: 'rex', filters: { kinds: ['note'] } },
        options: exportPresets.plain,
      },
      { folder: 'handle', name: 'File', scope: { what: 'country', code: 'KAZ' }, options: exportPresets.obsidian },
      { folder: 'handle', name: 'Note', scope: { what: 'records', ids: [note] }, options: exportPresets.obsidian },
    ],
    'export.stopPreview': [{}],
    'export.preview': [{ scope: { what: 'everything' }, options: exportPresets.obsidian }],
    'handOver.document': [{ id: note, language: 'kk', withhold: false }],
    'handOver.file': [{ id: note, withhold: true }],
    'handOver.drag': [{ id: note }],
    'import.chooseArchive': [{}],
    'import.read': [{ source: 'handle' }],
    'import.plan': [{ plan }],
    'import.map': [
      { plan, mapping: { folders: [{ path: 'People', kind: 'contact', tag: 'vault', leaveOut: false }], kinds: [], keys: [] } },
    ],
    'import.rows': [{ plan, from: 0, count: 50, only: null }],
    'import.decide': [
      { plan, paths: ['People/Rex.md'], action: 'skip' },
      { plan, paths: null, action: 'create' },
    ],
    'import.start': [{ plan }],
    'import.drop': [{ plan }],
    'mirror.status': [{}],
    'mirror.start': [{ folder: 'handle', name: 'Mirror', options: exportPresets.obsidian, when: 'change' }],
    'mirror.change': [{ when: 'command' }],
    'mirror.stop': [{}],
    'mirror.update': [{}],
    'mirror.compare': [{ path: 'Notes/Visit.md' }],
    'mirror.settle': [{ paths: ['Notes/Visit.md'], how: 'takeIn' }],
    'attendance.matrix': [{ by: 'country', body: person, year: '2023', meetings: [meeting], parts: false }, { by: 'person' }],
    'calendar.read': [{ base64: 'QkVHSU46VkVWRU5UDQpFTkQ6VkVWRU5U', event: null }],
    'calendar.write': [{ ids: [meeting] }],
    'jobs.get': [{ id: 'job' }],
    'jobs.cancel': [{ id: 'job' }],
    'backups.preview': [{ name: '2023-06-15T12-00-00.000Z', place: 'here' }],
    'backups.restore': [{ name: '2023-06-15T12-00-00.000Z', place: 'second' }],
    'backups.settings': [{ automatic: true }],
    'backups.choosePlace': [{ folder: 'handle' }],
    'restore.find': [{ folder: 'handle' }],
    'restore.start': [{ folder: 'handle', name: '2023-06-15T12-00-00.000Z', into: 'handle' }],
  }
  return NEVER_VALID.has(method) ? [{ unheardOf: true }] : (inputs[method] ?? [{}])
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.constantFrom('', '\u0000', '[[x]]', '../..', 'x'.repeat(3_000), -1, 0, 0.5, 1e21, null, [], {}, 'NaN', '2019-02-30', '__proto__'),
)

/** A valid input with one of its values replaced, removed or joined by another; sometimes left as it is. */
export function mutations(inputs: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...inputs), fc.nat(), fc.constantFrom('replace', 'remove', 'add', 'keep'), strange, fc.string({ maxLength: 12 }))
    .map(([input, pick, how, value, key]) => {
      const copy = JSON.parse(JSON.stringify(input)) as unknown
      const places = containers(copy)
      const place = places[pick % places.length]
      if (!place || how === 'keep') return copy
      const keys = Object.keys(place)
      const own = keys[pick % Math.max(1, keys.length)]
      if (how === 'add') Reflect.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true })
      else if (own !== undefined && how === 'remove') Reflect.deleteProperty(place, own)
      else if (own !== undefined) Reflect.set(place, own, value)
      return copy
    })
}

function containers(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(containers)]
}
