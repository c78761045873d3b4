/** The application menu: the commands of `shared/commands.ts`, which the focused window carries out itself. */
import { Menu, type BaseWindow, type MenuItemConstructorOptions } from 'electron'
import { commands, type CommandGroup, type CommandId } from '../../../shared/commands.ts'
import type { Texts } from './texts.ts'

type Role = keyof Texts['roles']

export function buildMenu(texts: Texts, run: (command: CommandId, window: BaseWindow | undefined) => void): Menu {
  const mac = process.platform === 'darwin'
  const listed = (group: CommandGroup, only: (id: CommandId) => boolean = () => true): MenuItemConstructorOptions[] =>
    commands
      .filter((command) => command.group === group && only(command.id))
      .map(({ id, accelerator }) => ({
        id,
        label: texts.commands[id],
        // shown, not taken: the page takes the key by its physical place, also on a Cyrillic layout
        ...(accelerator === '' ? {} : { accelerator, registerAccelerator: false }),
        click: (_item, window) => run(id, window),
      }))
  const role = (name: Role): MenuItemConstructorOptions => ({ role: name, label: texts.roles[name] })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const group = (name: CommandGroup, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: texts.groups[name],
    submenu,
  })
  return Menu.buildFromTemplate([
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    group('file', [...listed('file'), line, role(mac ? 'close' : 'quit')]),
    group('edit', [
      ...listed('edit', (id) => id.startsWith('edit.')),
      line,
      role('cut'),
      role('copy'),
      role('paste'),
      role('selectAll'),
      line,
      ...listed('edit', (id) => !id.startsWith('edit.')),
    ]),
    group('format', listed('format')),
    group('view', [...listed('view'), line, role('resetZoom'), role('zoomIn'), role('zoomOut'), line, role('togglefullscreen')]),
    group('go', listed('go')),
    group('help', listed('help')),
  ])
}

/** The menu of the right button where the page shows none of its own: Electron has none by itself. */
export function buildEditMenu(texts: Texts, editable: boolean): Menu {
  const names: readonly Role[] = editable ? ['cut', 'copy', 'paste', 'selectAll'] : ['copy']
  return Menu.buildFromTemplate(names.map((name) => ({ role: name, label: texts.roles[name] })))
}
