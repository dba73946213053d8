import './app/boot/trusted-types';
import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/nl.css';
import './ui/theme/base.css';
import { start } from './app/boot/start';

void start(document.body);
