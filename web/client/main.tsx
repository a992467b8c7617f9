import { render } from 'preact';
import { loadView } from './actions.ts';
import { App } from './app.tsx';
import { listenToKeys } from './keys.ts';
import { followAddress } from './state.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/explore.css';
import './styles/details.css';
import './styles/start.css';
import './styles/explore-sheet.css';
import './styles/canvas.css';
import './styles/reading.css';
import './styles/answers.css';
import './styles/decide.css';
import './styles/search.css';
import { applyTheme } from './theme.ts';
import { keepAddressShort } from './views/short.ts';
import { canvasWords } from './words/canvas.ts';

applyTheme();
listenToKeys();
keepAddressShort();
addEventListener('popstate', () => {
  followAddress(canvasWords().browserStep);
  void loadView();
});
render(<App />, document.getElementById('page') as HTMLElement);
