import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { saving } from './state.svelte';

// The window itself waits a little longer than this, then goes without an answer.
const longest = 1_200;
const step = 20;

const pause = () => new Promise((resolve) => setTimeout(resolve, step));

/**
 * The window asks before it closes. Whoever holds an unfinished stroke or text hears it as any page that is left, and
 * the window goes once what they sent is durable.
 */
export function answerClosing(): void {
  void listen('ql-closing', async () => {
    window.dispatchEvent(new Event('pagehide'));
    await pause();
    for (let waited = 0; saving.pending > 0 && waited < longest; waited += step) await pause();
    await invoke('ready_to_close');
  });
}
