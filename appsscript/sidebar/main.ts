/** The sidebar's start: the view, its argument and the language stand in the page that the script sent. */
import { LANGUAGES } from '../../shared/base/words.ts';
import { VIEWS } from '../contract.ts';
import { speak } from './say.ts';
import { open } from './shell.ts';
import './sidebar.css';

const { view, argument, language } = document.body.dataset;
speak(LANGUAGES.find((one) => one === language) ?? 'fr');
open(VIEWS.find((one) => one === view) ?? 'home', argument ?? '');
