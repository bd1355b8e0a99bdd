'use client';

import { Download } from 'lucide-react';
import { useRoom } from '@/components/live/room-context';
import { Verb } from '@/components/keys/verb';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { exportFormats, type ExportFormat } from '@/lib/core/timeline/export-format';

/** The whole timeline as a file. */
export function ExportMenu() {
  const { incident } = useRoom();
  const formats = Object.keys(exportFormats) as ExportFormat[];
  const fetchAs = (format: ExportFormat) =>
    window.location.assign(`/incidents/${incident.number}/export?format=${format}`);
  return (
    <>
      {formats.map((format) => (
        <Verb
          key={format}
          label={`Export as ${exportFormats[format].name}`}
          group="Timeline"
          run={() => fetchAs(format)}
        />
      ))}
      <Menu
        label="Export the timeline"
        align="end"
        trigger={<IconButton size="sm" label="Export the whole timeline" icon={<Download />} />}
      >
        {formats.map((format) => (
          <MenuItem key={format} onSelect={() => fetchAs(format)}>
            {exportFormats[format].name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
