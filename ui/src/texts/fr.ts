/** Every French catalogue, bundled as one piece: it is loaded only when French is shown. */
export default import.meta.glob<string>(['../../../assets/locales/fr/*.ftl', '!**/{cli,paper,register-paper}.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
