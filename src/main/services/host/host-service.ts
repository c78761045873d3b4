/** What the operating system does for a window. */
import type { appMethods } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/errors.ts'
import { savedTextName } from '../../../shared/model/saved-text.ts'
import { writeOutside } from '../attachments/write-outside.ts'
import { refusedField, type Service, type ServiceContext } from '../service-context.ts'

type HostMethods = Pick<typeof appMethods, 'host.reveal' | 'host.openExternal' | 'host.saveText' | 'windows.open' | 'windows.flushed'>

/** @throws AppError INVALID_INPUT unless the address is https or mailto, as a browser would read it */
function externalAddress(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol === 'mailto:' || (parsed?.protocol === 'https:' && parsed.hostname !== '')) return parsed.href
  throw refusedField('url', 'address', 'Only web addresses (https) and e-mail addresses are opened.')
}

export function hostService({ desktop, folders, session }: ServiceContext): Service<HostMethods> {
  return {
    /** The folder of a handle, or the workspace's own. */
    'host.reveal': async ({ folder }) => {
      if (!desktop.capabilities.reveal) throw new AppError('UNSUPPORTED', 'This computer cannot show folders from here.')
      const path = folder === null ? session.folder() : folders.folder(folder)
      if (path === undefined) throw new AppError('NO_WORKSPACE', 'No workspace is open. There is no folder to show.')
      await desktop.reveal(path)
      return {}
    },

    'host.openExternal': async ({ url }, { client }) => {
      await desktop.openExternal(externalAddress(url), client)
      return {}
    },

    'host.saveText': async ({ name, text, type }, { client }) => {
      if (desktop.capabilities.files !== 'host') throw new AppError('UNSUPPORTED', 'In the browser files are saved by the page.')
      const path = await desktop.chooseSavePlace(savedTextName(name, type), client)
      if (path === null) return { saved: false }
      await writeOutside(path, [Buffer.from(text, 'utf8')])
      return { saved: true }
    },

    'windows.open': async ({ address }) => ({ url: await desktop.openWindow(address) }),

    /** The host that asked the window listens for this call. */
    'windows.flushed': () => Promise.resolve({}),
  }
}
