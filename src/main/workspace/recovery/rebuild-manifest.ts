/** Makes a manifest again from what the segments say of themselves, when the one that was there cannot be read. */
import { basename } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { FileSystem } from '../file-system.ts'
import type { SegmentHead } from '../journal/segment-head.ts'
import { parseSegmentName } from '../journal/segment-head.ts'
import type { WorkspacePaths } from '../layout.ts'
import { fileNames, SCHEMA_VERSION } from '../layout.ts'
import type { Manifest, SealedSegment } from '../manifest-file.ts'
import { DEFAULT_SETTINGS, isWorkspaceName, MANIFEST_FORMAT } from '../manifest-file.ts'
import type { NewId } from '../port.ts'
import { namesIn, readIfThere } from '../read-if-there.ts'
import type { Candidate } from './choose-segments.ts'
import { chooseSegments } from './choose-segments.ts'
import { recordFrames } from './record-frames.ts'
import type { SegmentSurvey } from './survey-segment.ts'
import { surveySegment } from './survey-segment.ts'

export interface RebuildEnvironment {
  readonly newId: NewId
  /** Now, as an ISO 8601 instant. */
  readonly instant: string
}

export interface RebuiltManifest {
  readonly manifest: Manifest
  /** Files of an older generation. */
  readonly formerNames: readonly string[]
}

/**
 * `previous`: the manifest of the state before, if that can be read; it gives the name and the settings.
 * @throws AppError DAMAGED when there is nothing to make it from
 */
export async function rebuildManifest(
  files: FileSystem,
  paths: WorkspacePaths,
  previous: Manifest | null,
  { newId, instant }: RebuildEnvironment,
): Promise<RebuiltManifest> {
  const names = await segmentFiles(files, paths.segments)
  const heads = await headsOf(files, paths, names)
  const id = previous?.id ?? mostCommon([...heads.values()].map(({ workspace }) => workspace))
  if (id === undefined || names.length === 0) throw nothingLeft()
  const surveys = new Map<string, SegmentSurvey>()
  const candidates: Candidate[] = []
  for (const name of names) {
    if (previous && isOfReplacedState(name, heads.get(name), previous)) continue
    const survey = await surveySegment(files, paths.segment(name), name, id, () => undefined)
    const parsed = parseSegmentName(name)
    if (!parsed || survey.first === 0) continue
    surveys.set(name, survey)
    candidates.push({ name, ...parsed, last: lastOf(survey) })
  }
  const { chosen, former } = chooseSegments(candidates)
  const active = chosen.at(-1)
  if (active === undefined) throw nothingLeft()
  const said = previous ?? (await remainsOf(files, paths))
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    id,
    name: said.name,
    sample: said.sample,
    createdAt: said.createdAt === '' ? instant : said.createdAt,
    lineage: previous?.lineage ?? heads.get(active)?.lineage ?? newId(),
    settings: previous?.settings ?? DEFAULT_SETTINGS,
    segments: chosen.slice(0, -1).flatMap((name) => sealedOf(surveys.get(name))),
    active,
    discarded: [],
  }
  return { manifest, formerNames: former }
}

/** A segment that was begun since may bear the name of one that was to go. */
const isOfReplacedState = (name: string, head: SegmentHead | undefined, { discarded, lineage }: Manifest): boolean =>
  discarded.includes(name) && head?.lineage !== lineage

/** Files in the folder that bear the name of a segment. */
export async function segmentFiles(files: FileSystem, folder: string): Promise<readonly string[]> {
  return (await namesIn(files, folder)).filter((name) => parseSegmentName(name)).toSorted()
}

async function headsOf(files: FileSystem, paths: WorkspacePaths, names: readonly string[]): Promise<ReadonlyMap<string, SegmentHead>> {
  const heads = new Map<string, SegmentHead>()
  for (const name of names) {
    const file = await files.openForReading(paths.segment(name))
    try {
      for await (const item of recordFrames(file)) {
        if (item.type === 'head') heads.set(name, item.head)
        break
      }
    } finally {
      await file.close()
    }
  }
  return heads
}

function sealedOf(survey: SegmentSurvey | undefined): SealedSegment[] {
  if (!survey) return []
  const { name, first, end } = survey
  return [{ name, bytes: survey.size ?? 0, frames: end.frames, first, last: end.sequence, link: end.link }]
}

const lastOf = ({ end, first }: SegmentSurvey) => Math.max(end.sequence, first)

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

/** What a damaged manifest still says. */
async function remainsOf(files: FileSystem, paths: WorkspacePaths): Promise<Pick<Manifest, 'name' | 'sample' | 'createdAt'>> {
  const text = Buffer.from((await readIfThere(files, paths.manifest)) ?? []).toString('utf8')
  const name = /"name":\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? ''
  const createdAt = /"createdAt":\s*"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)"/.exec(text)?.[1] ?? ''
  const fallback = basename(paths.folder)
  return {
    name: isWorkspaceName(name) ? name : isWorkspaceName(fallback) ? fallback : 'Workspace',
    sample: /"sample":\s*true/.test(text),
    createdAt,
  }
}

const nothingLeft = () =>
  new AppError(
    'DAMAGED',
    'Neither the description of the workspace nor any of its records can be read. Nothing was changed; restore a backup.',
    { file: fileNames.manifest, reason: 'Nothing can be read.', previous: null, openReadOnly: false },
  )
