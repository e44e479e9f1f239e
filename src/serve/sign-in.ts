/** The page on which a token is given: plain HTML and a form, so that it works before any of the app has loaded. */

export const SIGN_IN = '/sign-in'
export const SIGN_IN_STYLE = '/sign-in.css'

const STYLE = `:root { color-scheme: light dark }
body { font: 18px/1.55 'Source Serif 4', Charter, serif; max-width: 30rem; margin: 18vh auto 0; padding: 0 1.25rem;
  background: light-dark(#fbf9f4, #191816); color: light-dark(#1d1b18, #e9e4da) }
h1 { font-size: 1.6rem; font-weight: 600; margin: 0 0 .5rem }
label { display: block; margin: 1.5rem 0 .35rem; font: 15px/1.4 'Source Sans 3', system-ui, sans-serif }
input { font: 16px ui-monospace, monospace; width: 100%; box-sizing: border-box; padding: .55rem .6rem;
  border: 1px solid light-dark(#8d877b, #7d776c); border-radius: 2px; background: transparent; color: inherit }
button { font: 16px 'Source Sans 3', system-ui, sans-serif; margin-top: 1rem; padding: .5rem 1.1rem; border-radius: 2px;
  border: 1px solid currentColor; background: transparent; color: inherit; cursor: pointer }
:focus-visible { outline: 2px solid light-dark(#1a4f8a, #8db8ea); outline-offset: 2px }
[role=alert] { color: light-dark(#8d1c13, #f0a49b) }
`

export function signInStyle(): string {
  return STYLE
}

/** @param refused whether a token was given that opens nothing */
export function signInPage(refused: boolean): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Demarche</title>
<link rel="stylesheet" href="${SIGN_IN_STYLE}">
</head>
<body>
<main>
<h1>Demarche</h1>
<p>This desk is open to those who have a token. Whoever runs it makes one with <code>demarche token new</code>.</p>
${refused ? '<p role="alert">That token opens nothing here; see that it was copied whole.</p>\n' : ''}<form method="post" action="/session">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>Sign in</button>
</form>
</main>
</body>
</html>
`
}
