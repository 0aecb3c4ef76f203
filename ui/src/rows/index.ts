export { OpenFilm } from './openFilm.svelte';
export { faces } from './faces.svelte';
export { calendar } from './calendar.svelte';
export { register } from './register.svelte';
export { SheetLines, type Line } from './sheetLines.svelte';
export { edit, newGesture, onEdit, onEditFailure, setField, tellEdit } from './edit';
export { recoverTexts, retryTexts, setTo, spliceTo, TextField, waitingText, writing } from './textField';
