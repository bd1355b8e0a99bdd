import { AvatarStack } from '@/components/ui/avatar';
import { Section } from '@/components/ui/section';
import type { Layer } from '@/lib/core/oncall/layer';
import { layerWords } from '@/lib/core/oncall/layer-words';
import { zoneWords } from './wall-words';

/** Who takes turns and how, the layer that goes first on top. */
export function LayerList({ layers, zone }: { layers: readonly Layer[]; zone: string }) {
  return (
    <Section title="Who takes turns" count={layers.length}>
      <ol>
        {[...layers].reverse().map((layer) => (
          <li key={layer.id} className="border-b border-line py-2 last:border-b-0">
            <div className="flex items-center gap-3">
              <span className="font-medium">{layer.name}</span>
              <AvatarStack people={layer.people} max={8} label={`Turns of ${layer.name}`} />
            </div>
            <p className="text-xs text-muted">
              {layerWords(layer)}
              {layer.timeZone !== zone && `, ${zoneWords(layer.timeZone)}`}
            </p>
          </li>
        ))}
      </ol>
      {layers.length > 1 && <p className="pt-1 text-xs text-muted">An upper layer goes before the ones below it.</p>}
    </Section>
  );
}
