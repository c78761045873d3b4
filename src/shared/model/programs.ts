/** Files that may run when they are opened: the host asks before it opens one, and the page before it hands one over. */

/** What a system runs when it is opened. */
const PROGRAM_TYPES: ReadonlySet<string> = new Set([
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'text/x-shellscript',
  'application/java-vm',
  'application/x-ms-shortcut',
])

/** Endings that some system runs, installs, or takes orders from when the file is opened. */
const PROGRAM_ENDINGS = new Set(
  `action air app appimage applescript application appref-ms appx bash bat bin cgi chm cmd com command cpl csh deb desktop diagcab dll dmg
  docm dotm elf exe flatpak fish gadget hta htm html inf ins iso isp jar jnlp js jse jxa ksh lnk mht mhtml mobileconfig msc msh msi msix
  msp mst msu ocx osx pif pkg pl potm ppam ppsm pptm prf prg ps1 ps1xml psd1 psm1 pub py pyc pyo pyw pyz rb reg rgs rpm run scf scpt
  scr sct service sh shb shs sldm snap svg swf sys tcsh terminal url vb vbe vbs vhd vhdx vxd webloc website wim workflow ws wsc wsf wsh xbap
  xhtml xlam xll xlsm xltm xml zsh`.split(/\s+/),
)

/** True for what may run when it is opened: by what it is, or by what its name says to the system. */
export function isProgram(name: string, mediaType: string): boolean {
  // Windows takes full stops and spaces off the end
  const ending = /\.([^.]*)$/u.exec(name.replace(/[. ]+$/u, ''))?.[1] ?? ''
  return PROGRAM_TYPES.has(mediaType) || PROGRAM_ENDINGS.has(ending.toLowerCase())
}
