/** `EXPORT.md`: what was exported and how it came back from the disk. The same records and the same losses give the same bytes. */
import { kinds } from '../../../shared/model/common.ts'
import { isFileOfRecord } from '../attachment-files.ts'
import { yamlEntry, byCodeUnit } from '../yaml-writer.ts'
import type { Proven } from './index.ts'
import { FOREIGN_KEYS } from './left-behind.ts'
import { REPORT_MARK } from './report-mark.ts'
import { reportWords, type ReportWords } from './words/index.ts'
import { exportWords } from '../words/index.ts'
import type { WrittenExport } from '../written.ts'

/** Takes the digest again; docs/export.md explains it. */
const digestCommand = (name: string) =>
  `find . -type f ! -path '*/.*' ! -path './${name}' -exec sha256sum {} + | sed 's|  \\./|  |' | LC_ALL=C sort | sha256sum`

/** @param name of the report's own file */
export function exportReportText(written: WrittenExport, { proof, losses, leftBehind }: Proven, name: string): string {
  const { workspace, options, scope, level, withheld, damaged, records } = written
  const words = reportWords[options.language]
  const said = exportWords(options.language)
  const parts = [
    `# ${escaped(words.title(workspace.name))}`,
    words.intro,
    table(null, [
      [words.about.workspace, workspace.name],
      [words.about.revision, String(workspace.revision)],
      [words.about.scope, scopeWords(scope, words)],
      [words.about.level, said.classification[level]],
      [words.about.upTo, said.classification[options.upTo]],
      [words.about.layout, words.layout[options.layout]],
      [words.about.links, words.links[options.links]],
      [words.about.frontMatter, words.frontMatter[options.frontMatter]],
      [words.about.attachments, options.attachments ? words.yes : words.no],
      [words.about.language, words.language],
    ]),
    `## ${words.contents}`,
    table(null, [
      ...kinds.map((kind) => [said.folders[kind], String(records.filter((record) => record.kind === kind).length)]),
      [words.attachedFiles, String([...written.files.keys()].filter(isFileOfRecord).length)],
    ]),
  ]
  if (withheld.records + withheld.passages + withheld.files > 0)
    parts.push(
      `## ${words.withheld}`,
      words.withheldIntro,
      table(null, [
        [words.withheldRecords, String(withheld.records)],
        [words.withheldPassages, String(withheld.passages)],
        [words.withheldFiles, String(withheld.files)],
      ]),
    )
  parts.push(`## ${words.leftBehind}`, words.never)
  if (leftBehind.size > 0) {
    const rows = [...leftBehind].toSorted(([a], [b]) => byCodeUnit(a, b))
    parts.push(
      words.leftBehindIntro,
      table(
        [words.field, words.records],
        rows.map(([field, count]) => [field === FOREIGN_KEYS ? words.foreignKeys : field, String(count)]),
      ),
    )
  }
  if (damaged.length > 0) parts.push(`## ${words.damaged}`, words.damagedIntro, list(damaged))
  const lost = losses.length > 0
  const isDocument = options.frontMatter === 'none'
  const isPart = isDocument || leftBehind.size + damaged.length + withheld.records + withheld.passages + withheld.files > 0
  parts.push(
    `## ${words.proof}`,
    `${isDocument ? words.documentsRead : words.recordsRead} ${words.found[lost ? 'losses' : isPart ? 'asWritten' : 'same']}`,
    table(null, [
      [isDocument ? words.provenDocuments : words.provenRecords, String(proof.records)],
      [words.provenFiles, String(proof.files)],
      [words.losses, String(proof.losses.length + proof.moreLosses)],
      [words.digest, proof.digest],
    ]),
    words.digestIntro,
    `\`\`\`sh\n${digestCommand(name)}\n\`\`\``,
  )
  if (lost) {
    const rows = losses.map(({ path, title, field, problem }) => [path, title, field || words.wholeFile, words.problems[problem]])
    parts.push(`## ${words.losses}`, table([words.file, words.record, words.field, words.problem], rows))
    const more = proof.losses.length + proof.moreLosses - losses.length
    if (more > 0) parts.push(words.more(more))
  }
  if (proof.foreign.length > 0) {
    parts.push(`## ${words.foreign}`, words.foreignIntro, list(proof.foreign))
    if (proof.moreForeign > 0) parts.push(words.more(proof.moreForeign))
  }
  return `---\n${yamlEntry(REPORT_MARK.key, REPORT_MARK.value)}---\n\n${parts.join('\n\n')}\n`
}

/** The first word of a scope's key says what it is; the rest tells nothing, or the country. */
function scopeWords(key: string, words: ReportWords): string {
  const [what = '', code = ''] = key.split(' ')
  return what === 'country' ? words.country(code) : (words.scope[what] ?? what)
}

const list = (items: readonly string[]) => items.map((item) => `- ${escaped(item)}`).join('\n')

/** Of two columns without a head: readers of GFM want one, and an empty one is one. */
function table(head: readonly string[] | null, rows: readonly (readonly string[])[]): string {
  const width = head?.length ?? 2
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return [head ? line(head) : `|${'  |'.repeat(width)}`, `|${' - |'.repeat(width)}`, ...rows.map(line)].join('\n')
}

/** A text that no reader of markdown takes for anything else. */
const escaped = (text: string) =>
  text.replace(/\p{Cc}+/gu, ' ').replace(/[\\`*_{}[\]<>#|~!&$^=+]|^[-+]|^\d+[.)]/gu, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`)
