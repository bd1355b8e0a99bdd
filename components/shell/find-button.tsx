'use client';

import { Search } from 'lucide-react';
import { openPalette } from '../keys/palette';
import { IconButton } from '../ui/icon-button';

export function FindButton() {
  return <IconButton label="Find anything" icon={<Search />} data-tip-keys="mod+k" onClick={openPalette} />;
}
