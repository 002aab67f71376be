import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The UI is built into `dist/web`, where the server finds it. Nothing is inlined into the page, because its
 * content security policy allows scripts, fonts and pictures from files only.
 */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': `http://127.0.0.1:${loadEnv(mode, here('..'), 'PORT')['PORT'] || '3000'}` },
  },
}));
