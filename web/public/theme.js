// Runs before the first paint, so that the chosen theme stands without a flash. Without a choice the system's holds.
try {
  const chosen = localStorage.getItem('demarche.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // A browser that keeps nothing follows the system.
}
