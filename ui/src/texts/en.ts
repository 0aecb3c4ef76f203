/** Every English catalogue, bundled as one piece: it is loaded only when English is shown. */
export default import.meta.glob<string>(['../../../assets/locales/en/*.ftl', '!**/{cli,paper,register-paper}.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
