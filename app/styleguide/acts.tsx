import { Ellipsis, Flag, Pin, Trash2, UserPlus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { TextArea, TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { KeyCap } from '@/components/ui/key-cap';
import { Menu, MenuDivider, MenuItem, MenuLabel } from '@/components/ui/menu';
import { PeoplePicker } from '@/components/ui/people-picker';
import { Popover } from '@/components/ui/popover';
import { Section } from '@/components/ui/section';
import { people } from './samples';
import { ToastButtons } from './toast-buttons';

/** What is pressed. */
export function Acts() {
  return (
    <Section title="Acts">
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Button tone="primary">Take command</Button>
        <Button>Merge</Button>
        <Button tone="plain">Cancel</Button>
        <Button tone="danger" icon={<Flag />}>
          Raise severity
        </Button>
        <Button tone="primary" pending>
          Post update
        </Button>
        <Button disabled>Resolve</Button>
        <Button size="sm">Small</Button>
        <IconButton label="Pin" icon={<Pin />} hotkey={{ keys: 'i', group: 'Timeline' }} />
        <span className="flex items-center gap-2 text-muted">
          <KeyCap keys="u" />
          <KeyCap keys="g b" />
          <KeyCap keys="mod+k" />
          <KeyCap keys="mod+enter" />
        </span>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Dialog
          title="New task"
          description="To one person, with a time to come back."
          trigger={<Button>Open dialog</Button>}
          footer={
            <>
              <DialogClose>
                <Button tone="plain">Cancel</Button>
              </DialogClose>
              <DialogClose>
                <Button tone="primary" hotkey={{ keys: 'mod+enter', inDialog: true, typing: true, group: 'Room' }}>
                  Give task
                </Button>
              </DialogClose>
            </>
          }
        >
          <div className="flex flex-col gap-4">
            <TextField name="task" label="What" placeholder="Roll back 2026-11-21.3" />
            <PeoplePicker name="person" label="Who" people={people} />
            <TextArea name="why" label="Why" optional />
          </div>
        </Dialog>
        <Menu label="More" trigger={<IconButton label="More" icon={<Ellipsis />} tone="quiet" />}>
          <MenuLabel>Incident</MenuLabel>
          <MenuItem icon={<UserPlus />} keys="r">
            Give a role
          </MenuItem>
          <MenuItem icon={<Flag />} keys="s">
            Change severity
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<Trash2 />} tone="danger">
            Cancel as false alarm
          </MenuItem>
        </Menu>
        <Popover label="About the score" trigger={<Button>Open popover</Button>}>
          <p className="measure">92% of updates came before they were due; the longest silence was 19 minutes.</p>
        </Popover>
        <ToastButtons />
      </div>
    </Section>
  );
}
