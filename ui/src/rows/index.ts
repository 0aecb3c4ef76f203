export { OpenFilm } from './openFilm.svelte';
export { faces } from './faces.svelte';
export { edit, newGesture, onEditFailure, setField } from './edit';
export { setTo, spliceTo, TextField } from './textField';
