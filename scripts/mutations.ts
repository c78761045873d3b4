/** The controls that `check-mutations.ts` takes away. `text` stands exactly once in its file. */
export interface Mutation {
  readonly control: string
  readonly file: string
  readonly text: string
  readonly instead: string
  /** Files of tests; one of them turns red. */
  readonly tests: readonly string[]
  /** Only the tests with it in their title. */
  readonly title?: string
  /** `faults` when left out. */
  readonly project?: 'faults' | 'unit'
}

const store = 'src/main/workspace'
const powerLoss = ['tests/faults/power-loss.test.ts']
const journalBytes = ['tests/faults/journal-bytes.test.ts']
const damagedBytes = ['tests/faults/damaged-bytes.test.ts']
const writer = `${store}/journal/segment-writer.ts`
const reader = `${store}/journal/segment-reader.ts`

export const mutations: readonly Mutation[] = [
  {
    control: 'the sync of a save',
    file: writer,
    text: '(rest) => this.file.appendSynced(rest)',
    instead: '(rest) => this.file.append(rest)',
    tests: powerLoss,
    title: 'leaves every save old or new',
  },
  {
    control: 'the sync of a save, on the real disk',
    file: `${store}/node-open-files.ts`,
    text: 'O_WRONLY | O_APPEND | O_DSYNC)',
    instead: 'O_WRONLY | O_APPEND)',
    tests: ['tests/faults/synced-writes.test.ts'],
  },
  {
    control: 'the sync of a large save',
    file: writer,
    text: '    await flush()\n    await this.file.sync()\n',
    instead: '    await flush()\n',
    tests: ['tests/unit/main/workspace/journal/segment-writer.test.ts'],
    project: 'unit',
  },
  {
    control: 'the sync of a new file before it gets its name',
    file: `${store}/replace-file.ts`,
    text: '    await file.sync()\n',
    instead: '',
    tests: powerLoss,
  },
  {
    control: "the folder's sync behind a new segment",
    file: writer,
    text: '      await files.syncFolder(dirname(path))\n',
    instead: '',
    tests: powerLoss,
    title: 'leaves every save old or new',
  },
  {
    control: "the folder's sync behind a replaced manifest",
    file: `${store}/replace-file.ts`,
    text: '    await files.syncFolder(folder)\n',
    instead: '',
    tests: powerLoss,
  },
  {
    control: 'the syncs of the folders above a new workspace',
    file: `${store}/create-workspace.ts`,
    text: 'for (const path of above) await files.syncFolder(path)',
    instead: 'await files.syncFolder(dirname(paths.folder))',
    tests: powerLoss,
    title: 'leaves a new workspace made or not made',
  },
  {
    control: "the header's CRC",
    file: `${store}/journal/frame.ts`,
    text: 'if (headerCrc < 0 || crc32(bytes.subarray(at, at + AT.headerCrc)) !== headerCrc) return null',
    instead: 'if (headerCrc < 0) return null',
    tests: journalBytes,
  },
  {
    control: "the payload's CRC",
    file: reader,
    text: 'if (crc32(payload) !== header.payloadCrc || ',
    instead: 'if (',
    tests: journalBytes,
  },
  {
    control: "the payload's CRC when one record is read",
    file: reader,
    text: "if (crc32(bytes) !== crc) throw new DamagedFileError('The bytes are not those that were written.')",
    instead: 'void crc',
    tests: damagedBytes,
    title: 'when only what is read is looked at',
  },
  {
    control: 'the link to the frame before',
    file: reader,
    text: '(link !== null && header.link !== link)',
    instead: 'false',
    tests: ['tests/unit/main/workspace/journal/segment-reader.test.ts'],
    project: 'unit',
  },
  {
    control: 'the lock',
    file: `${store}/node-file-system.ts`,
    text: 'granted = tryLock(descriptor)',
    instead: 'granted = true',
    tests: ['tests/faults/lock-race.test.ts'],
  },
  {
    control: 'the read-back after compaction',
    file: `${store}/compaction/new-segment-file.ts`,
    text: '    await this.verify(turns)\n',
    instead: '',
    tests: ['tests/faults/compaction.test.ts'],
  },
  {
    control: 'the sync of a rewritten segment',
    file: `${store}/compaction/new-segment-file.ts`,
    text: '      await this.file.sync()\n',
    instead: '',
    tests: ['tests/faults/compaction.test.ts'],
    title: 'when the power goes',
  },
  {
    control: "the head file's lower bound",
    file: `${store}/load-journal.ts`,
    text: 'if (!mark || (!isShort && !isBeyond(mark, end))) return null',
    instead: 'return null',
    tests: damagedBytes,
    title: 'cut at every length',
  },
  {
    control: 'the cut-back after a failed write',
    file: writer,
    text: '      await this.file.truncate(this.end.size)\n',
    instead: '',
    tests: ['tests/unit/main/workspace/journal/segment-writer.test.ts'],
    project: 'unit',
  },
  {
    control: 'going on after a short write',
    file: writer,
    text: 'for (let written = 0; written < bytes.length;) {',
    instead: 'for (let written = 0; written === 0;) {',
    tests: ['tests/faults/io-faults.test.ts'],
    title: 'save',
  },
  {
    control: 'the sync before an end that lies in another page',
    file: writer,
    text: 'pageOf(from) < pageOf(batch.end.size)',
    instead: 'unsynced + bytes > PAGE_BYTES',
    tests: ['tests/unit/main/workspace/torn-tail.test.ts'],
    project: 'unit',
  },
  {
    control: 'taking away what a refused compaction has rewritten',
    file: `${store}/compaction/compact-segments.ts`,
    text: '    if (!(error instanceof UncertainReplacementError)) await removeRewritten(host, rewritten)\n',
    instead: '',
    tests: ['tests/faults/compaction.test.ts'],
    title: 'whichever operation fails',
  },
  {
    control: "the mark of a transaction's last frame",
    file: `${store}/replay-segment.ts`,
    text: "if (this.misplaced !== '' || !header.last) return",
    instead: "if (this.misplaced !== '') return",
    tests: ['tests/unit/main/workspace/open-workspace.test.ts', 'tests/unit/main/workspace/journal-workspace.test.ts'],
    project: 'unit',
  },
  {
    control: 'the check of the sizes of closed segments',
    file: `${store}/load-journal.ts`,
    text: '(size === bytes ? [] : [name])',
    instead: '[]',
    tests: ['tests/unit/main/workspace/open-workspace.test.ts', 'tests/unit/main/workspace/journal-workspace.test.ts'],
    project: 'unit',
  },
  {
    control: 'the sync of an attachment before a record names it',
    file: `${store}/attachments/incoming-file.ts`,
    text: '      await file.sync()\n',
    instead: '',
    tests: ['tests/faults/attachment-power.test.ts'],
  },
  {
    control: "the folder's sync behind an attachment",
    file: `${store}/attachments/attachment-store.ts`,
    text: '      await this.#files.syncFolder(folder)\n',
    instead: '',
    tests: ['tests/faults/attachment-power.test.ts'],
  },
  {
    // the copy of a segment is read frame by frame besides, so that this alone would let no bad one pass
    control: 'the verification of a backup',
    file: `${store}/backups/backup-folder.ts`,
    text: '      await this.#verifyCopy(copy, bytes, taken, steps.signal)\n',
    instead: '',
    tests: ['tests/faults/backup-faults.test.ts'],
  },
]
