import './ui/tokens.css';
import './ui/base.css';
import { startPage } from './app/start-page.tsx';
import { createClient } from './bridge/create-client.ts';

startPage(createClient());
