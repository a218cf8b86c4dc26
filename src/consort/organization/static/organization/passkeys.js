// Says on the page when a passkey could not be used; allauth's script only writes it to the console.
(() => {
  const notice = document.getElementById('passkey-problem')
  document.addEventListener('allauth.error', event => {
    event.preventDefault()
    if (notice) notice.hidden = false
  })
  document.addEventListener('click', () => { if (notice) notice.hidden = true }, true)
  if (!window.PublicKeyCredential) for (const button of document.querySelectorAll('[data-passkey]')) button.hidden = true
})()
