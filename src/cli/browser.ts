/** Opening an address in the person's browser, where there is a screen to see it on. */
import { spawn } from 'node:child_process'

/** Whether a browser would be seen: never on a build machine, nor where nobody sits at a terminal. */
export function hasDisplay(
  env: Record<string, string | undefined>,
  terminal: boolean,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (env.CI || !terminal) return false
  if (platform === 'win32' || platform === 'darwin') return !env.SSH_CONNECTION
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Opens an address; that there is no browser is no fault. */
export function openBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : ['xdg-open', url]
  const child = spawn(command!, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
