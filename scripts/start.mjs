// `npm start`: installs what is missing, then serves the playground and opens it.
// Further words go to Vite, for instance `npm start -- --port 8080`.

import process from 'node:process';
import { ensurePackages, requireNode, runTool } from './bootstrap.mjs';

requireNode();
ensurePackages();
// Without a display Vite only prints the address; it says so and goes on.
process.exit(await runTool('vite', ['--open', ...process.argv.slice(2)]));
