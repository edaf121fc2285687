// The page of an FAQ answer: passes clicks on to the extension, shows the opinion it sends back.
(() => {
  const vscode = acquireVsCodeApi();
  vscode.setState({ id: document.body.dataset.entry });

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button?.dataset.requirement) {
      vscode.postMessage({ requirement: button.dataset.requirement });
    } else if (button?.dataset.useful) {
      vscode.postMessage({ useful: button.dataset.useful === 'true' });
    }
  });

  window.addEventListener('message', ({ data }) => {
    for (const button of document.querySelectorAll('button[data-useful]')) {
      button.setAttribute('aria-pressed', String(button.dataset.useful === String(data.useful)));
    }
  });
})();
