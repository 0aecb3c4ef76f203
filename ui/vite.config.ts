import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { configDefaults } from 'vitest/config';

// The same bundle is loaded by the window and served to browsers, so every address in it is relative.
// Assets are never inlined as data: addresses: fonts and pictures stay files, which the strict content policy wants.
export default defineConfig({
  base: './',
  plugins: [svelte()],
  build: {
    target: ['es2022', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The notices of the libraries in the pages; `cargo xtask bundle` hands them on with the others.
    license: { fileName: 'licences.md' },
  },
  server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
  // Tests mount components as a browser does.
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { exclude: [...configDefaults.exclude, 'dist/**'] },
} as import('vitest/config').ViteUserConfig);
