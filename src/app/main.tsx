// Starts the playground in the page: state first, then the simulator, then what can be seen.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startKeyboard } from './keys/keyboard.ts';
import { startArrangement } from './store/arranging.ts';
import { startChecking } from './store/checking.ts';
import { startEditing, startKeeping } from './store/editing.ts';
import { followLinks, openLink } from './store/sharing.ts';
import { startPreparing } from './store/preparing.ts';
import { startPlayer } from './store/playing.ts';
import { runFirst, runProgram } from './store/running.ts';
import './theme/theme.css';

startArrangement();
if (!(await openLink())) startEditing();
startKeeping();
followLinks(runProgram);
startPlayer();
startKeyboard();
runFirst();
startChecking();
startPreparing();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
