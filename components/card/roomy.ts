// Whether a card has a column of its own, as in the side panel: then nothing of it waits behind "more".
import { createContext } from 'react';

export const Roomy = createContext(false);
