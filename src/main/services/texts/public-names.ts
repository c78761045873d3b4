/** Which names are no secret although their record is above the level of a paper (docs/adr/0012-names-of-countries.md). Pure. */
import { isWithin } from '../../../shared/model/classification-level.ts'
import type { Classification, Kind } from '../../../shared/model/common.ts'
import { isProtocolName } from '../countries/protocol-names.ts'

/** What the workspace writes on countries is internal unless somebody says otherwise; one that is raised above is a secret to the letter. */
const MOST: Classification = 'internal'

type Named = { readonly kind: Kind; readonly classification: Classification; readonly code?: string }

/** Whether everybody knows the country of this record by this name. */
export const isPublicName = ({ kind, classification, code = '' }: Named, name: string): boolean =>
  kind === 'country' && isWithin(classification, MOST) && isProtocolName(code, name)
