export type Drawer = 'code' | 'status' | 'cite' | 'elsewhere';
export interface Drawers {
  open: Drawer | null;
  toggle: (drawer: Drawer) => void;
  show: (drawer: Drawer | null) => void;
  id: (drawer: Drawer) => string;
}
