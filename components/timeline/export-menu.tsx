'use client';

import { Download } from 'lucide-react';
import { useRoom } from '@/components/live/room-provider';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { exportFormats, type ExportFormat } from '@/lib/core/timeline/export-format';

/** The whole timeline as a file. */
export function ExportMenu() {
  const { incident } = useRoom();
  return (
    <Menu
      label="Export the timeline"
      align="end"
      trigger={<IconButton size="sm" label="Export the whole timeline" icon={<Download />} />}
    >
      {(Object.keys(exportFormats) as ExportFormat[]).map((format) => (
        <MenuItem
          key={format}
          onSelect={() => window.location.assign(`/incidents/${incident.number}/export?format=${format}`)}
        >
          {exportFormats[format].name}
        </MenuItem>
      ))}
    </Menu>
  );
}
