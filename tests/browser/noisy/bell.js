customElements.define('noisy-bell', class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    root.innerHTML = '<button>Ring</button><output></output>';
    root.querySelector('button').onclick = async () => {
      root.querySelector('output').textContent = (await fetch('/ring')).status;
    };
    console.error('the bell hangs');
  }
});
